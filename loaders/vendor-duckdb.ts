import {readFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";

const folder = dirname(createRequire(import.meta.url).resolve("@duckdb/duckdb-wasm"));

/** DuckDB-WASM's engine for browsers with WebAssembly exceptions (all current ones), byte for byte. */
export function vendorDuckDBWasm(): Promise<Buffer> {
  return readFile(join(folder, "duckdb-eh.wasm"));
}

/** The script that runs the engine in a worker, without the line that points to a source map we do not publish. */
export async function vendorDuckDBWorker(): Promise<string> {
  const script = await readFile(join(folder, "duckdb-browser-eh.worker.js"), "utf8");
  return script.replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n");
}
