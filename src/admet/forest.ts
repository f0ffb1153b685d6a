import type {AdmetFeatures} from "./features.js";

/** Quantile edges of each numeric feature: a value is described by which edges it reaches. */
export type NumericEdges = readonly Float32Array[];

/** Room for edges of one numeric feature in the common index space of bits. */
export const EDGES_PER_FEATURE = 63;

/** Molecules scored side by side, one in each bit of a vector. */
export const LANES = 128;

/** Words of 32 bits that one vector takes. */
export const WORDS_PER_BIT = LANES / 32;

/** The node value that stands for a leaf. */
export const LEAF = 65535;

/** Boosted trees as one pre-order list of nodes. */
export interface Forest {
  /** Score before the first tree. */
  readonly base: number;
  /** The bit each node tests (the branch for 0 follows, then that for 1), or `LEAF`. */
  readonly nodes: Uint16Array;
  /** Values of the leaves in order. */
  readonly leaves: Float32Array;
}

/**
 * Up to 128 molecules, one vector for each bit of the models (the binary features, then "numeric feature j reaches edge
 * k"): bit i % 32 of word `bit * WORDS_PER_BIT + (i >> 5)` belongs to molecule i.
 */
export type BitBlock = Int32Array;

/**
 * Describes up to 128 molecules for the forests.
 * @throws when there are more
 */
export function bitBlock(molecules: readonly AdmetFeatures[], edges: NumericEdges, nBits: number): BitBlock {
  if (molecules.length > LANES) throw new Error(`invalid number of molecules: ${String(molecules.length)}`);
  const block = new Int32Array(blockLength(edges, nBits));
  const set = (bit: number, lane: number): void => {
    const word = bit * WORDS_PER_BIT + (lane >> 5);
    block[word] = (block[word] as number) | (1 << (lane & 31));
  };
  molecules.forEach(({bits, values}, lane) => {
    for (const bit of bits) set(bit, lane);
    edges.forEach((cuts, feature) => {
      const value = values[feature] ?? 0;
      const start = nBits + feature * EDGES_PER_FEATURE;
      for (let edge = 0; edge < cuts.length && value >= (cuts[edge] ?? Infinity); edge++) set(start + edge, lane);
    });
  });
  return block;
}

/** Length of a block in words. */
export const blockLength = (edges: NumericEdges, nBits: number): number =>
  (nBits + edges.length * EDGES_PER_FEATURE) * WORDS_PER_BIT;
