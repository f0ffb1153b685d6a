import type {FormsAnswer, FormsReply, FormsTask} from "./forms-protocol.js";
import {rdkitUrls} from "./rdkit-urls.js";
import {workerReply} from "./worker-reply.js";

/** How structures are written and where they differ from the first, found in a worker of its own. @throws when it fails or is stopped */
export async function formsOf(smiles: readonly string[], signal: AbortSignal): Promise<FormsAnswer> {
  const worker = new Worker(import.meta.resolve("./forms-worker.js"), {type: "module"});
  try {
    worker.postMessage({urls: rdkitUrls, smiles} satisfies FormsTask);
    return (await workerReply<FormsReply>(worker, signal)).answer;
  } finally {
    worker.terminate();
  }
}
