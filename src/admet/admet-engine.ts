import {FingerprintIndex} from "../kernels/fingerprint-index.js";
import {N_BITS} from "./features.js";
import {ForestKernel} from "./forest-kernel.js";
import {blockLength} from "./forest.js";
import type {ModelSet} from "./model-set.js";
import {rowsOf} from "./training-rows.js";
import {FINGERPRINT_BYTES, type TrainingIndex} from "./training-index.js";

/** Models and training molecules with the kernels that ask them; one for a worker. */
export interface AdmetEngine {
  readonly set: ModelSet;
  readonly index: TrainingIndex;
  readonly forests: ForestKernel;
  /** Fingerprints of the training molecules. */
  readonly fingerprints: FingerprintIndex;
}

/**
 * Lays out models and training molecules for the kernels.
 * @param module compiled kernels
 * @throws when a model tests a feature that there is not
 */
export async function openAdmetEngine(
  module: WebAssembly.Module,
  set: ModelSet,
  index: TrainingIndex
): Promise<AdmetEngine> {
  const forests = set.models.map(({forest}) => forest);
  return {
    set,
    index,
    forests: await ForestKernel.open(module, forests, blockLength(set.edges, N_BITS)),
    fingerprints: await FingerprintIndex.build(module, [rowsOf(index)], FINGERPRINT_BYTES)
  };
}
