import type {AdmetFeatures} from "./features.js";

/** Quantile edges of each numeric feature: a value is described by which edges it reaches. */
export type NumericEdges = readonly Float32Array[];

/** Room for edges of one numeric feature in the common index space of bits. */
export const EDGES_PER_FEATURE = 63;

/** Molecules scored side by side, one in each bit of a word. */
export const LANES = 32;

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
 * Up to 32 molecules, one word for each bit of the models (the binary features, then "numeric feature j reaches edge
 * k"); bit i of a word belongs to molecule i.
 */
export type BitBlock = Int32Array;

/**
 * Describes up to 32 molecules for the forests.
 * @throws when there are more
 */
export function bitBlock(molecules: readonly AdmetFeatures[], edges: NumericEdges, nBits: number): BitBlock {
  if (molecules.length > LANES) throw new Error(`invalid number of molecules: ${String(molecules.length)}`);
  const block = new Int32Array(nBits + edges.length * EDGES_PER_FEATURE);
  const set = (bit: number, lane: number): void => {
    block[bit] = (block[bit] ?? 0) | (1 << lane);
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

/**
 * Adds up the trees of a forest for the 32 molecules of a block: log-odds for classes, the value on the model's scale
 * otherwise. Every node is met once, with the set of molecules that reach it; sums are in single precision in the order
 * of the trees, as the training library's. Always finite for a forest read by `decodeForest`.
 */
export function forestScores({base, nodes, leaves}: Forest, block: BitBlock): Float32Array {
  const scores = new Float32Array(LANES).fill(base);
  const waiting = new Int32Array(256);
  let [top, here, leaf] = [0, -1, 0];
  for (let node = 0; node < nodes.length; node++) {
    const bit = nodes[node] as number;
    if (bit !== LEAF) {
      const ones = block[bit] as number;
      waiting[top++] = here & ones;
      here &= ~ones;
      continue;
    }
    const value = leaves[leaf++] as number;
    for (let rest = here; rest !== 0; rest &= rest - 1) {
      const lane = 31 - Math.clz32(rest & -rest);
      scores[lane] = (scores[lane] as number) + value;
    }
    here = top > 0 ? (waiting[--top] as number) : -1;
  }
  return scores;
}
