/** Training molecules of all endpoints, searchable by similarity. */
export interface TrainingIndex {
  readonly smiles: readonly string[];
  /** Number of fingerprint bits of each molecule. */
  readonly sizes: Uint16Array;
  /** Molecules that have fingerprint bit b: `postings[starts[b]]` to `postings[starts[b + 1] - 1]`. */
  readonly starts: Uint32Array;
  readonly postings: Uint32Array;
  /** The same bits by molecule: bit b of molecule m is bit b % 32 of word `m * WORDS_PER_ROW + (b >> 5)`. */
  readonly rows: Uint32Array;
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

/** Words of 32 bits that one fingerprint takes. */
export const WORDS_PER_ROW = N_FINGERPRINT_BITS / 32;

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
 * none reaches `from`. Who reaches it shares at least `from` of the fingerprint's bits, and so one of its rarer bits:
 * only the molecules of those are looked at.
 * @see Bayardo, Ma, Srikant, Proc. WWW 2007, doi:10.1145/1242572.1242591 (prefix filtering)
 */
export function nearestSimilarities(index: TrainingIndex, fingerprint: Uint16Array, from: number): Float64Array {
  const {starts, sizes, memberStarts, members} = index;
  const best = new Float64Array(index.measured.length);
  const listLength = (bit: number): number => (starts[bit + 1] ?? 0) - (starts[bit] ?? 0);
  const bits = fingerprint.slice().sort((a, b) => listLength(a) - listLength(b));
  const nCommon = Math.max(0, Math.ceil(from * bits.length - 1e-9) - 1);
  const rare = bits.subarray(0, bits.length - nCommon);
  const common = bits.subarray(bits.length - nCommon);
  const {shared, candidates} = countShared(index, rare);
  for (const molecule of candidates) {
    const most = (shared[molecule] as number) + nCommon;
    const sizeOfBoth = bits.length + (sizes[molecule] as number);
    if (most < from * (sizeOfBoth - most)) continue;
    const n = (shared[molecule] as number) + countBits(index.rows, molecule, common);
    const similarity = n / (sizeOfBoth - n);
    if (similarity < from) continue;
    const end = memberStarts[molecule + 1] as number;
    for (let at = memberStarts[molecule] as number; at < end; at++) {
      const endpoint = members[at] as number;
      if (similarity > (best[endpoint] as number)) best[endpoint] = similarity;
    }
  }
  return best;
}

/** Number of the given bits that each molecule has, and the molecules that have any. */
function countShared(
  {starts, postings, sizes}: TrainingIndex,
  bits: Uint16Array
): {readonly shared: Uint16Array; readonly candidates: readonly number[]} {
  const shared = new Uint16Array(sizes.length);
  const candidates: number[] = [];
  for (const bit of bits) {
    const end = starts[bit + 1] ?? 0;
    for (let at = starts[bit] ?? 0; at < end; at++) {
      const molecule = postings[at] as number;
      const count = shared[molecule] as number;
      if (count === 0) candidates.push(molecule);
      shared[molecule] = count + 1;
    }
  }
  return {shared, candidates};
}

function countBits(rows: Uint32Array, molecule: number, bits: Uint16Array): number {
  let n = 0;
  for (const bit of bits) n += ((rows[molecule * WORDS_PER_ROW + (bit >> 5)] as number) >>> (bit & 31)) & 1;
  return n;
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
