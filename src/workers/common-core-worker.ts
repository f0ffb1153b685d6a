import {commonCore} from "../chem/common-core.js";
import {loadRDKit} from "./load-rdkit.js";
import type {RDKitUrls} from "./rdkit-urls.js";
import {sealWorker} from "./seal-worker.js";

sealWorker();

globalThis.onmessage = async ({data}: MessageEvent<{urls: RDKitUrls; smiles: readonly string[]}>) => {
  // What cannot be found is laid out on its own: no core is an answer.
  const core = await loadRDKit(data.urls)
    .then((rdkit) => commonCore(rdkit, data.smiles))
    .catch(() => null);
  globalThis.postMessage(core);
};
