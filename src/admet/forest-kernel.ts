import {Kernels} from "../kernels/kernels.js";
import {LANES, LEAF, WORDS_PER_BIT, type BitBlock, type Forest} from "./forest.js";

interface Placed {
  readonly base: number;
  readonly nodes: number;
  readonly nNodes: number;
  readonly leaves: number;
}

const BYTES_PER_LEVEL = 16;

/** Forests in the memory of the kernels, scoring 128 molecules at a time. One owner: dropping it frees its memory. */
export class ForestKernel {
  readonly #kernels: Kernels;
  readonly #forests: readonly Placed[];
  readonly #block: number;
  readonly #waiting: number;
  readonly #scores: number;

  private constructor(kernels: Kernels, forests: readonly Forest[], blockLength: number) {
    this.#kernels = kernels;
    this.#forests = forests.map((forest) => place(kernels, forest));
    this.#block = kernels.allocate(4 * blockLength);
    this.#waiting = kernels.allocate(BYTES_PER_LEVEL * Math.max(1, ...forests.map(({nodes}) => mostWaiting(nodes))));
    this.#scores = kernels.allocate(4 * LANES);
  }

  /**
   * @param module compiled kernels
   * @param blockLength words of a block of bits, from `blockLength`
   * @throws when a forest tests a bit that no block has
   */
  static async open(
    module: WebAssembly.Module,
    forests: readonly Forest[],
    blockLength: number
  ): Promise<ForestKernel> {
    const nBits = blockLength / WORDS_PER_BIT;
    const foreign = forests.findIndex(({nodes}) => nodes.some((bit) => bit !== LEAF && bit >= nBits));
    if (foreign >= 0) throw new Error(`invalid forest ${String(foreign)}: tests a bit beyond ${String(nBits)}`);
    return new ForestKernel(await Kernels.open(module), forests, blockLength);
  }

  /** Takes the molecules that `scores` is then asked about. */
  load(block: BitBlock): void {
    this.#kernels.words(this.#block, block.length).set(block);
  }

  /**
   * Adds up the trees of a forest for the molecules loaded: log-odds for classes, the value on the model's scale
   * otherwise, one for each of 128 lanes. Every node is met once, with the set of molecules that reach it; sums are in
   * single precision in the order of the trees, as the training library's. Always finite for a forest read by
   * `decodeForest`.
   * @throws when there is no such forest
   */
  scores(forest: number): Float32Array {
    const placed = this.#forests[forest];
    if (!placed) throw new Error(`invalid forest: ${String(forest)}`);
    const {run} = this.#kernels;
    const scores = this.#kernels.floats(this.#scores, LANES).fill(placed.base);
    run.forestScores(placed.nodes, placed.nNodes, placed.leaves, this.#block, this.#waiting, this.#scores);
    return scores.slice();
  }
}

function place(kernels: Kernels, {base, nodes, leaves}: Forest): Placed {
  const placed = {
    base,
    nodes: kernels.allocate(nodes.byteLength),
    nNodes: nodes.length,
    leaves: kernels.allocate(leaves.byteLength)
  };
  kernels.bytes(placed.nodes, nodes.byteLength).set(new Uint8Array(nodes.buffer, nodes.byteOffset, nodes.byteLength));
  kernels.floats(placed.leaves, leaves.length).set(leaves);
  return placed;
}

/** Most branches that wait for their turn at once. */
function mostWaiting(nodes: Uint16Array): number {
  let [waiting, most] = [0, 0];
  for (const node of nodes) {
    if (node === LEAF) waiting = Math.max(0, waiting - 1);
    else waiting++;
    most = Math.max(most, waiting);
  }
  return most;
}
