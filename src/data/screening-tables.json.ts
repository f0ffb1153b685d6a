import {readScreeningTables} from "../../loaders/screening-tables.js";

process.stdout.write(JSON.stringify(await readScreeningTables()));
