import type {TableColumn} from "./table-column.js";
import {bodyCell, freezeCell} from "./virtual-table-cell.js";
import type {ColumnSpan} from "./virtual-window.js";

/** Makes the rows of one table and keeps their cells up to date; cells of columns out of view are filled when they come into it. */
export class TableRowCells<Row> {
  readonly #id: string;
  readonly #unfilled = new WeakSet<Element>();
  #columns: readonly TableColumn<Row>[] = [];
  #frozen = 1;

  /** @param id start of the ids of all cells */
  constructor(id: string) {
    this.#id = id;
  }

  /** The columns of the rows made from now on. */
  use(columns: readonly TableColumn<Row>[], frozen: number): void {
    this.#columns = columns;
    this.#frozen = frozen;
  }

  /** A row; undefined is one that is not known yet, index -1 the pinned one. */
  make(row: Row | undefined, index: number, {from, to}: ColumnSpan): HTMLElement {
    const node = document.createElement("div");
    node.className = "virtual-table-row";
    node.setAttribute("role", "row");
    for (const [at, column] of this.#columns.entries()) {
      const isInView = index < 0 || at < this.#frozen || (at >= from && at < to);
      const cell = this.freeze(bodyCell(column, this.#cellId(index, at), at, isInView ? row : undefined, index), at);
      if (!isInView && row !== undefined) this.#unfilled.add(cell);
      node.append(cell);
    }
    if (index < 0) node.classList.add("is-pinned");
    else node.setAttribute("aria-rowindex", String(index + 2));
    node.classList.toggle("is-loading", row === undefined);
    node.dataset["index"] = String(index);
    return node;
  }

  /** Puts a row in another place: only cells that are not stable are made again. */
  renew(node: HTMLElement, row: Row, index: number): HTMLElement {
    for (const [at, column] of this.#columns.entries()) {
      const old = node.children.item(at);
      const id = this.#cellId(index, at);
      if (old && (column.isStable || this.#unfilled.has(old))) old.id = id;
      else old?.replaceWith(this.freeze(bodyCell(column, id, at, row, index), at));
    }
    node.setAttribute("aria-rowindex", String(index + 2));
    node.dataset["index"] = String(index);
    return node;
  }

  /** Fills the cells of columns that have come into view. */
  fill(node: HTMLElement, row: Row | undefined, index: number, {from, to}: ColumnSpan): void {
    for (let at = from; at < to; at++) {
      const [old, column] = [node.children.item(at), this.#columns[at]];
      if (!old || !column || !this.#unfilled.has(old)) continue;
      old.replaceWith(this.freeze(bodyCell(column, old.id, at, row, index), at));
    }
  }

  /** Keeps a cell of the first columns in place when the rest is scrolled sideways. */
  freeze(cell: HTMLElement, at: number): HTMLElement {
    return freezeCell(cell, this.#columns, at, this.#frozen);
  }

  #cellId(index: number, at: number): string {
    return `${this.#id}-${String(index)}-${String(at)}`;
  }
}
