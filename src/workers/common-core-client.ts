import {rdkitUrls} from "./rdkit-urls.js";

/** See `commonCore`; found in a worker that ends with the answer. Null as well when no worker starts. */
export function findCommonCore(smiles: readonly string[]): Promise<string | null> {
  if (smiles.length < 2) return Promise.resolve(null);
  const worker = new Worker(import.meta.resolve("./common-core-worker.js"), {type: "module"});
  const found = new Promise<string | null>((done) => {
    worker.onmessage = ({data}: MessageEvent<string | null>) => {
      done(data);
    };
    worker.onerror = () => {
      done(null);
    };
  });
  worker.postMessage({urls: rdkitUrls, smiles});
  return found.finally(() => {
    worker.terminate();
  });
}
