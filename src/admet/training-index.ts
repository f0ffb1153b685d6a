import type {FingerprintIndex} from "../kernels/fingerprint-index.js";
import {tanimoto} from "../kernels/similarity-metric.js";

/** Training molecules of all endpoints, searchable by similarity. */
export interface TrainingIndex {
  readonly smiles: readonly string[];
  /** Number of fingerprint bits of each molecule. */
  readonly sizes: Uint16Array;
  /** Molecules that have fingerprint bit b: `postings[starts[b]]` to `postings[starts[b + 1] - 1]`. */
  readonly starts: Uint32Array;
  readonly postings: Uint32Array;
  /** Per endpoint, molecule index and measured value (on the model's scale; mean of repeats), ascending by molecule. */
  readonly measured: readonly Measured[];
  /** Endpoints of molecule m: `members[memberStarts[m]]` to `members[memberStarts[m + 1] - 1]`. */
  readonly memberStarts: Uint32Array;
  readonly members: Uint8Array;
}

/** Measured molecules of one endpoint. */
export interface Measured {
  readonly molecules: Uint32Array;
  readonly values: Float32Array;
}

/** A training molecule with what was measured. */
export interface Neighbour {
  readonly smiles: string;
  readonly similarity: number;
  readonly value: number;
}

/** Presence bits of count-simulated Morgan (every fourth bit) are the fingerprint of similarity. */
export const N_FINGERPRINT_BITS = 1024;
const MORGAN_BITS = 4096;

/** Bytes that one fingerprint takes. */
export const FINGERPRINT_BYTES = N_FINGERPRINT_BITS / 8;

/** Fingerprint of similarity within the bits of a molecule: indices below `N_FINGERPRINT_BITS`. */
export function fingerprintOf(bits: Uint16Array): Uint16Array {
  return bits.filter((bit) => bit < MORGAN_BITS && bit % 4 === 0).map((bit) => bit / 4);
}

/**
 * Tanimoto similarity (0-1) of a fingerprint to every training molecule, in their order. An empty fingerprint is
 * similar to nothing.
 */
export function similarities(index: TrainingIndex, fingerprint: Uint16Array): Float32Array {
  const common = new Uint16Array(index.sizes.length);
  for (const bit of fingerprint) {
    const end = index.starts[bit + 1] ?? 0;
    for (let at = index.starts[bit] ?? 0; at < end; at++) {
      const molecule = index.postings[at] as number;
      common[molecule] = (common[molecule] as number) + 1;
    }
  }
  const size = fingerprint.length;
  const similarity = new Float32Array(common.length);
  for (let molecule = 0; molecule < common.length; molecule++) {
    const shared = common[molecule] as number;
    if (shared > 0) similarity[molecule] = shared / (size + (index.sizes[molecule] as number) - shared);
  }
  return similarity;
}

/**
 * Largest Tanimoto similarity (0-1) to the training molecules of each endpoint, in the order of `index.measured`; 0 where
 * none reaches `from`, and for an empty fingerprint.
 * @param fingerprints those of the molecules of `index`
 * @param from 0-1, above 0
 */
export function nearestSimilarities(
  {measured, memberStarts, members}: TrainingIndex,
  fingerprints: FingerprintIndex,
  fingerprint: Uint16Array,
  from: number
): Float64Array {
  const best = new Float64Array(measured.length);
  const {rows, scores} = fingerprints.hits(packed(fingerprint), tanimoto, from);
  for (let hit = 0; hit < rows.length; hit++) {
    const molecule = rows[hit] as number;
    const similarity = scores[hit] as number;
    const end = memberStarts[molecule + 1] as number;
    for (let at = memberStarts[molecule] as number; at < end; at++) {
      const endpoint = members[at] as number;
      if (similarity > (best[endpoint] as number)) best[endpoint] = similarity;
    }
  }
  return best;
}

function packed(fingerprint: Uint16Array): Uint8Array {
  const bytes = new Uint8Array(FINGERPRINT_BYTES);
  for (const bit of fingerprint) bytes[bit >> 3] = (bytes[bit >> 3] as number) | (1 << (bit & 7));
  return bytes;
}

/**
 * The training molecules of an endpoint most like a molecule, nearest first, with measured values on the model's
 * scale; fewer than `count` when the endpoint has fewer. Ties keep the order of training.
 * @throws when the endpoint is unknown
 */
export function nearestNeighbours(
  index: TrainingIndex,
  similarity: Float32Array,
  endpoint: number,
  count = 3
): Neighbour[] {
  const measured = index.measured[endpoint];
  if (!measured) throw new Error(`invalid endpoint: ${String(endpoint)}`);
  const places = Array.from(measured.molecules.keys());
  const similarityAt = (place: number): number => similarity[measured.molecules[place] ?? -1] ?? 0;
  places.sort((a, b) => similarityAt(b) - similarityAt(a) || a - b);
  return places.slice(0, count).map((place) => ({
    smiles: index.smiles[measured.molecules[place] ?? -1] ?? "",
    similarity: similarityAt(place),
    value: measured.values[place] ?? 0
  }));
}
