import {type RowBlock, RowBlockBuilder} from "../search/row-block.js";
import {SEGMENT_ROWS} from "../search/row-segment.js";

/** What the search keeps of some rows of a set. */
export interface RowPiece {
  /** Row in the set of each row of the block. */
  readonly rows: Uint32Array<ArrayBuffer>;
  readonly block: RowBlock;
}

/** Rows of a piece; more pieces would be more wasm memories to search in, of which an engine has not many. */
const PIECE_ROWS = SEGMENT_ROWS;

/** What the search keeps of rows, as they come; those in full pieces are not moved again. All are let go when some rows come without. */
export class RowPile {
  #full: RowBlock[] | null = [];
  readonly #growing = new RowBlockBuilder();
  #count = 0;

  /** Adds so many rows; null when nothing was kept of them. @throws when the block has fewer or more */
  append(block: RowBlock | null, count: number): void {
    if (block === null && count > 0) this.#full = null;
    if (block === null || this.#full === null) return;
    if (block.count !== count) throw new Error(`invalid block: ${String(block.count)} rows`);
    for (let from = 0; from < count;) {
      const to = Math.min(count, from + PIECE_ROWS - this.#growing.count);
      this.#growing.append(block, from, to);
      if (this.#growing.count === PIECE_ROWS) this.#full.push(this.#growing.take());
      from = to;
    }
    this.#count += count;
  }

  /**
   * Gives all away: the pile is empty afterwards.
   *
   * @param order row of the pile at each row of the set
   * @returns null when there are none, or not of every row
   */
  take(order: Uint32Array): RowPiece[] | null {
    const [full, last, count] = [this.#full, this.#growing.take(), this.#count];
    this.#full = [];
    this.#count = 0;
    if (!full || count === 0 || count !== order.length) return null;
    const rowOf = new Uint32Array(count);
    order.forEach((piled, row) => {
      rowOf[piled] = row;
    });
    const blocks = last.count > 0 ? [...full, last] : full;
    return blocks.map((block, at) => ({rows: rowOf.slice(at * PIECE_ROWS, at * PIECE_ROWS + block.count), block}));
  }
}
