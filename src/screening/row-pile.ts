import type {RowBlock} from "../search/row-block.js";
import {SEGMENT_ROWS} from "../search/row-segment.js";

/** What the search keeps of some rows of a set. */
export interface RowPiece {
  /** Row in the set of each row of the blocks, one block after another. */
  readonly rows: Uint32Array<ArrayBuffer>;
  readonly blocks: readonly RowBlock[];
}

/** What the search keeps of rows, in blocks as they come: none is moved. All are let go when some rows come without. */
export class RowPile {
  #blocks: RowBlock[] | null = [];
  #count = 0;

  /** Adds so many rows; null when nothing was kept of them. @throws when the block has fewer or more */
  append(block: RowBlock | null, count: number): void {
    if (count === 0) return;
    if (block === null) this.#blocks = null;
    if (block === null || this.#blocks === null) return;
    if (block.count !== count) throw new Error(`invalid block: ${String(block.count)} rows`);
    this.#blocks.push(block);
    this.#count += count;
  }

  /**
   * Gives all away, in pieces for one segment of a search each: the pile is empty afterwards.
   *
   * @param order row of the pile at each row of the set
   * @returns null when there are none, or not of every row
   */
  take(order: Uint32Array): RowPiece[] | null {
    const [blocks, count] = [this.#blocks, this.#count];
    this.#blocks = [];
    this.#count = 0;
    if (!blocks || count === 0 || count !== order.length) return null;
    const rowOf = new Uint32Array(count);
    order.forEach((piled, row) => {
      rowOf[piled] = row;
    });
    let first = 0;
    return inPieces(blocks).map((own) => {
      const end = own.reduce((sum, block) => sum + block.count, first);
      const rows = rowOf.slice(first, end);
      first = end;
      return {rows, blocks: own};
    });
  }
}

/** Blocks by the piece; no piece has more rows than a segment, unless a single block has. */
function inPieces(blocks: readonly RowBlock[]): RowBlock[][] {
  const pieces: RowBlock[][] = [];
  let rows = Infinity;
  for (const block of blocks) {
    if (rows + block.count > SEGMENT_ROWS) {
      pieces.push([]);
      rows = 0;
    }
    pieces.at(-1)?.push(block);
    rows += block.count;
  }
  return pieces;
}
