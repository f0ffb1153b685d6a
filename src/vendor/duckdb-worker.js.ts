import {vendorDuckDBWorker} from "../../loaders/vendor-duckdb.js";

process.stdout.write(await vendorDuckDBWorker());
