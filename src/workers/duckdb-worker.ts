import {ENGINE_FAILED} from "./duckdb-protocol.js";
import {sealWorker} from "./seal-worker.js";

sealWorker();

// The page first sends the address of DuckDB's own worker script, which only it knows; the script then takes over
// the message handler, and the page is told that it can start.
// An engine that cannot be compiled is a rejection that DuckDB's script leaves unanswered: the page would wait for ever.
globalThis.addEventListener("unhandledrejection", ({reason}) => {
  globalThis.postMessage({[ENGINE_FAILED]: String(reason)});
});
globalThis.onmessage = async ({data}: MessageEvent<string>) => {
  try {
    await import(data);
    globalThis.postMessage("ready");
  } catch (error) {
    globalThis.postMessage(String(error));
  }
};
