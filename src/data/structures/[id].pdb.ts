import {emitStructure} from "../../../loaders/emit-structure.js";

await emitStructure(process.argv.slice(2));
