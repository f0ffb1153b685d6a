import {readScreeningJson} from "../../loaders/screening-tables.js";

process.stdout.write(JSON.stringify(await readScreeningJson()));
