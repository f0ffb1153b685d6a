import {loadChemreps} from "../loaders/load-chemreps.js";

// A process of its own, so that its peak of memory is its own: node chemreps-load.ts <gz file> <parquet file>.
const [gzFile = "", parquetFile = ""] = process.argv.slice(2);
const start = performance.now();
const count = await loadChemreps(gzFile, parquetFile);
console.log(JSON.stringify({count, ms: performance.now() - start, mb: process.resourceUsage().maxRSS / 1024}));
