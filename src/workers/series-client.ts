import {FileAttachment} from "observablehq:stdlib";
import {rdkitUrls} from "./rdkit-urls.js";
import {SeriesPool} from "./series-pool.js";
import type {SeriesCommand} from "./series-protocol.js";

const MOST_WORKERS = 4;

/** Starts a pool of series workers: as many as the machine has threads beside the page's, at most four. */
export function openSeriesPool(): SeriesPool {
  const urls = {rdkit: rdkitUrls, kernels: FileAttachment("../vendor/kernels.wasm").href};
  const start = (): Worker => {
    const worker = new Worker(import.meta.resolve("./series-worker.js"), {type: "module"});
    worker.postMessage({kind: "start", urls} satisfies SeriesCommand);
    return worker;
  };
  return new SeriesPool(start, Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency - 1)));
}
