import type {AdmetFeatures} from "./features.js";

/** Quantile edges of each numeric feature: a value is described by which edges it reaches. */
export type NumericEdges = readonly Float32Array[];

/** Room for edges of one numeric feature in the common index space of bits. */
export const EDGES_PER_FEATURE = 63;

/** Boosted trees as pre-order lists of bit tests. */
export interface Forest {
  /** Score before the first tree. */
  readonly base: number;
  readonly nTrees: number;
  /** The bit each node tests; -1 for a leaf. */
  readonly bits: Int32Array;
  /** Node to go to when the bit is 1 (when it is 0: the node after); for a leaf, its place in `leaves`. */
  readonly next: Int32Array;
  readonly leaves: Float32Array;
  /** First node of each tree. */
  readonly roots: Int32Array;
}

/** One byte per bit of the models: the binary features, then "numeric feature j reaches edge k". */
export type BitVector = Uint8Array;

/**
 * Adds up the trees of a forest for one molecule: log-odds for classes, the value on the model's scale otherwise.
 * Summed in single precision in the order of the trees, as the training library does. Unitless; always finite for a forest read by `decodeForest`.
 */
export function forestScore(forest: Forest, vector: BitVector): number {
  const {bits, next, leaves, roots} = forest;
  let score = Math.fround(forest.base);
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree] as number;
    let bit = bits[node] as number;
    while (bit >= 0) {
      node = vector[bit] === 1 ? (next[node] as number) : node + 1;
      bit = bits[node] as number;
    }
    score = Math.fround(score + (leaves[next[node] as number] as number));
  }
  return score;
}

/**
 * Writes the bits of one molecule into `vector`, which must have `bitVectorLength(edges)` places; what it held is lost.
 * @throws when the vector has another length
 */
export function fillBitVector(features: AdmetFeatures, edges: NumericEdges, nBits: number, vector: BitVector): void {
  const length = nBits + edges.length * EDGES_PER_FEATURE;
  if (vector.length !== length) throw new Error(`invalid length of bit vector: ${String(vector.length)}`);
  vector.fill(0);
  for (const bit of features.bits) vector[bit] = 1;
  edges.forEach((cuts, feature) => {
    const value = features.values[feature] ?? 0;
    const start = nBits + feature * EDGES_PER_FEATURE;
    for (let edge = 0; edge < cuts.length && value >= (cuts[edge] ?? Infinity); edge++) vector[start + edge] = 1;
  });
}
