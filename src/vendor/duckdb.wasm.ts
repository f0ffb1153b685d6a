import {vendorDuckDBWasm} from "../../loaders/vendor-duckdb.js";

process.stdout.write(await vendorDuckDBWasm());
