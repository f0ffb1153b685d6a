import {FingerprintIndex} from "../kernels/fingerprint-index.js";
import {tanimoto} from "../kernels/similarity-metric.js";
import {MORGAN_BYTES} from "../chem/morgan-fingerprint.js";
import {type CompoundName, projectCompoundNames} from "../store/queries/project-compounds.js";
import type {Store} from "../store/store.js";
import {loadKernels} from "./load-kernels.js";
import {readFingerprints} from "./published-fingerprints.js";

/** A published compound with its Tanimoto similarity, 0-1. */
export interface Neighbour extends CompoundName {
  readonly similarity: number;
}

interface Indexed {
  readonly names: readonly CompoundName[];
  readonly fingerprints: Uint8Array;
  readonly index: FingerprintIndex;
}

let opening: Promise<Indexed> | undefined;

/** The published compounds with their fingerprints, which the build has made; fetched once for a page. */
const openIndex = (store: Store): Promise<Indexed> =>
  (opening ??= readIndex(store).catch((cause: unknown) => {
    opening = undefined;
    throw cause;
  }));

async function readIndex(store: Store): Promise<Indexed> {
  const names = store.rows(projectCompoundNames());
  const [fingerprints, kernels] = await Promise.all([
    readFingerprints(async () => (await names).length),
    loadKernels()
  ]);
  const index = await FingerprintIndex.build(kernels, [fingerprints], MORGAN_BYTES);
  return {names: await names, fingerprints, index};
}

/**
 * Published compounds at least as similar as `least`, the most similar first, the compound itself left out.
 *
 * @param fingerprintOf gives the fingerprint of a structure that is not published
 */
export async function projectNeighbours(
  store: Store,
  inchikey: string,
  least: number,
  fingerprintOf: () => Promise<Uint8Array>
): Promise<Neighbour[]> {
  const {names, fingerprints, index} = await openIndex(store);
  const own = names.findIndex((row) => row.inchikey === inchikey);
  const query =
    own === -1 ? await fingerprintOf() : fingerprints.subarray(own * MORGAN_BYTES, (own + 1) * MORGAN_BYTES);
  const {rows, scores} = index.neighbours(query, tanimoto, least);
  return [...rows].flatMap((row, i) => {
    const name = names[row];
    return name && name.inchikey !== inchikey ? [{...name, similarity: scores[i] ?? NaN}] : [];
  });
}
