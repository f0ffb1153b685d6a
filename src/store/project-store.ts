import {FileAttachment} from "observablehq:stdlib";
import type {Store} from "./store.js";

let opening: Promise<Store> | undefined;

/**
 * The project's published tables. The engine starts at the first call and is shared by the page; a start that failed
 * is tried again at the next call.
 *
 * @throws StoreError with words for the user
 */
export function openProjectStore(): Promise<Store> {
  opening ??= start().catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

async function start(): Promise<Store> {
  const {openBrowserStore} = await import("./browser-store.js");
  return openBrowserStore({
    database: FileAttachment("../data/fumehood.duckdb").href,
    wasm: FileAttachment("../vendor/duckdb.wasm").href,
    script: FileAttachment("../vendor/duckdb-worker.js").href
  });
}
