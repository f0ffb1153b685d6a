import type {ExportReply, ExportTask} from "./export-protocol.js";
import {rdkitUrls} from "./rdkit-urls.js";
import {workerReply} from "./worker-reply.js";

/** Structures as molfiles, made in a worker. */
export interface MolblockMaker {
  /** One for each SMILES, null where it cannot be read. @throws when the engine fails or the signal ends it */
  molblocks(smiles: readonly string[]): Promise<readonly (string | null)[]>;
  dispose(): void;
}

/** Starts a worker that makes molfiles. @throws when the chemistry engine does not start */
export async function openMolblockMaker(signal: AbortSignal): Promise<MolblockMaker> {
  const worker = new Worker(import.meta.resolve("./export-worker.js"), {type: "module"});
  const ask = (task: ExportTask): Promise<Exclude<ExportReply, {kind: "failed"}>> => {
    const reply = workerReply<ExportReply>(worker, signal);
    worker.postMessage(task);
    return reply;
  };
  await ask({kind: "start", urls: rdkitUrls});
  return {
    molblocks: async (smiles) => {
      const answer = await ask({kind: "molblocks", smiles});
      return answer.kind === "molblocks" ? answer.molblocks : [];
    },
    dispose: () => {
      worker.terminate();
    }
  };
}
