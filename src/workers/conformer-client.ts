import {FileAttachment} from "observablehq:stdlib";
import type {ConformerReply, ConformerTask, MoleculeOverlay, OverlayBy, RankedConformer} from "./conformer-protocol.js";
import {rdkitUrls} from "./rdkit-urls.js";
import {workerReply} from "./worker-reply.js";

type OnProgress = (done: number, total: number) => void;
type Final = Exclude<ConformerReply, {readonly kind: "failed" | "progress"}>;
type Unaddressed<T> = T extends unknown ? Omit<T, "resources" | "urls"> : never;

const resources = FileAttachment("../vendor/openchemlib-resources.json").href;

/**
 * Conformers of a molecule, the lowest first, made in a worker that is gone afterwards; each has been found to have its
 * configuration. Where the SMILES leaves some open, all are of one isomer, which is named.
 *
 * @throws when none can be made, or stopped
 */
export async function makeConformers(
  smiles: string,
  count: number,
  onProgress: OnProgress,
  signal: AbortSignal
): Promise<{readonly conformers: readonly RankedConformer[]; readonly isomer: string | null}> {
  const answer = await run({kind: "conformers", smiles, count}, onProgress, signal);
  if (answer.kind !== "conformers") throw new Error(`invalid answer: ${answer.kind}`);
  return answer;
}

/** Molecules laid on the first by their common core or their shapes, `count` conformers of each tried. @throws as above */
export async function overlayMolecules(
  smiles: readonly string[],
  {count, by}: {readonly count: number; readonly by: OverlayBy},
  onProgress: OnProgress,
  signal: AbortSignal
): Promise<MoleculeOverlay> {
  const answer = await run({kind: "overlay", smiles, count, by}, onProgress, signal);
  if (answer.kind !== "overlay") throw new Error(`invalid answer: ${answer.kind}`);
  return answer.overlay;
}

async function run(task: Unaddressed<ConformerTask>, onProgress: OnProgress, signal: AbortSignal): Promise<Final> {
  const worker = new Worker(import.meta.resolve("./conformer-worker.js"), {type: "module"});
  try {
    worker.postMessage({...task, resources, urls: rdkitUrls} satisfies ConformerTask);
    for (;;) {
      const answer = await workerReply<ConformerReply>(worker, signal);
      if (answer.kind !== "progress") return answer;
      onProgress(answer.done, answer.total);
    }
  } finally {
    worker.terminate();
  }
}
