import {rowNumbers} from "../base/row-numbers.js";
import {isInMask} from "../filters/filter-mask.js";
import type {Crossfilter} from "../kernels/crossfilter.js";
import type {TableOrder} from "../state/table-order.js";
import type {ColumnSet} from "../tables/column-set.js";
import {compoundOrder, compoundOrderInSlices} from "./compound-order.js";
import {LARGE_ROWS, pagePause} from "./page-pause.js";

/** The rows of a set in the order of its table: those that pass its filters, and those that fell. */
export class RowOrder {
  readonly #ground: () => {readonly set: ColumnSet; readonly filter: Crossfilter};
  readonly #onOrder: () => void;
  #order: Uint32Array | null = null;
  #left: Uint32Array | null = null;
  #dropped: Uint32Array | null = null;
  /** Grows with every order asked for. */
  #turn = 0;

  /** @param onOrder told when the order of a large set is known, which takes a while */
  constructor(ground: () => {readonly set: ColumnSet; readonly filter: Crossfilter}, onOrder: () => void) {
    this.#ground = ground;
    this.#onOrder = onOrder;
  }

  /** Puts the rows in an order; a large set goes on in the one that it has until the new one is known. */
  sort(order: TableOrder | null): void {
    const turn = ++this.#turn;
    const {set} = this.#ground();
    if (order === null || set.rowCount <= LARGE_ROWS) {
      this.#take(compoundOrder(set, order));
      return;
    }
    if (this.#order?.length !== set.rowCount) this.#take(null);
    void compoundOrderInSlices(set, order, pagePause()).then((rows) => {
      if (turn !== this.#turn) return;
      this.#take(rows);
      this.#onOrder();
    });
  }

  /** The filters have changed. */
  forget(): void {
    this.#left = null;
    this.#dropped = null;
  }

  /** Rows that pass; shared, not to be changed. */
  left(): Uint32Array {
    const {filter} = this.#ground();
    return (this.#left ??= this.#order ? filter.rowsInOrder(this.#order) : filter.rows());
  }

  /** Rows that fell; shared, not to be changed. */
  dropped(): Uint32Array {
    if (this.#dropped) return this.#dropped;
    const {set, filter} = this.#ground();
    const mask = filter.mask();
    const dropped = new Uint32Array(set.rowCount - filter.count);
    let at = 0;
    for (const row of this.#order ?? rowNumbers(set.rowCount)) if (!isInMask(mask, row)) dropped[at++] = row;
    return (this.#dropped = dropped);
  }

  /** Rows of rank `from` to `to` (exclusive) among those that pass. */
  someLeft(from: number, to: number): Uint32Array {
    return this.#order ? this.left().subarray(from, to) : this.#ground().filter.rows(from, to - from);
  }

  #take(order: Uint32Array | null): void {
    this.#order = order;
    this.forget();
  }
}
