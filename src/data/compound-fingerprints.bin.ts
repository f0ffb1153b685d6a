import {emitProjectFile} from "../../loaders/project-files.js";

await emitProjectFile("compound-fingerprints.bin");
