import {emitProjectFile} from "../../loaders/project-files.js";

await emitProjectFile("fumehood.duckdb");
