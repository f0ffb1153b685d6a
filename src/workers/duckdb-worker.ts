import {sealWorker} from "./seal-worker.js";

sealWorker();

// The page first sends the address of DuckDB's own worker script, which only it knows; the script then takes over
// the message handler, and the page is told that it can start.
globalThis.onmessage = async ({data}: MessageEvent<string>) => {
  try {
    await import(data);
    globalThis.postMessage("ready");
  } catch (error) {
    globalThis.postMessage(String(error));
  }
};
