import {projectChanges} from "../../loaders/diff/project-changes.js";
import {projectFile} from "../../loaders/project-files.js";

process.stdout.write(JSON.stringify(await projectChanges(await projectFile("fumehood.duckdb"))));
