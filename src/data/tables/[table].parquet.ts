import {emitTable} from "../../../loaders/emit-table.js";

await emitTable(process.argv.slice(2));
