import {html} from "htl";
import {type OpenedRows, openedRows} from "./opened-rows.js";
import {rowCache, type RowCache} from "./row-cache.js";
import type {TableColumn} from "./table-column.js";
import {TableRowCells} from "./table-row-cells.js";
import {headCell} from "./virtual-table-head.js";
import {tableMove, type TableMove} from "./virtual-table-keys.js";
import type {VirtualTable, VirtualTableOptions} from "./virtual-table-options.js";
import {bodyHeight, columnWindow, scrollToShow, virtualWindow, type ColumnSpan, type Scroll} from "./virtual-window.js";

let tables = 0;

class Grid<Row> {
  readonly node: HTMLElement;
  readonly #head = html`<div class="virtual-table-head" role="rowgroup"></div>`;
  readonly #body = html`<div class="virtual-table-body" role="rowgroup"></div>`;
  readonly #message = html`<div class="virtual-table-message" hidden></div>`;
  readonly #rows = new Map<number, HTMLElement>();
  readonly #cells = new TableRowCells<Row>(`table-${String((tables += 1))}`);
  /** Rows of the last drawing by their key, whose stable cells can be kept. */
  #kept = new Map<string, HTMLElement>();
  #headed = "";
  #options: VirtualTableOptions<Row>;
  #opened: OpenedRows;
  #cache: RowCache<Row>;
  #columns: readonly TableColumn<Row>[] = [];
  #active = {row: -1, column: 0};
  #selected: ReadonlySet<string>;
  #frame = 0;

  constructor(options: VirtualTableOptions<Row>) {
    this.#options = options;
    this.#opened = openedRows(options);
    this.#selected = options.selected ?? new Set();
    this.#cache = this.#makeCache();
    this.node = html`<div class="virtual-table" role="grid" tabindex="0">
      ${this.#head}${this.#body}${this.#message}
    </div>`;
    this.node.addEventListener("scroll", () => {
      this.#schedule();
    });
    this.node.addEventListener("keydown", (event) => {
      this.#onKey(event);
    });
    this.#body.addEventListener("click", (event) => {
      this.#onClick(event);
    });
    this.#body.addEventListener("dblclick", () => {
      this.#open();
    });
    new ResizeObserver(() => {
      this.#schedule();
    }).observe(this.node);
    this.#layOut();
  }

  update(change: Partial<VirtualTableOptions<Row>>): void {
    this.#options = {...this.#options, ...change};
    this.#opened = openedRows(this.#options);
    if (change.selected) this.#selected = change.selected;
    if (change.getRows) this.#cache = this.#makeCache();
    else this.#cache.expire(this.#options.rowCount);
    this.#layOut();
  }

  redraw(): void {
    this.#body.replaceChildren();
    this.#rows.clear();
    this.#draw();
  }

  focusRow(index: number, column = this.#active.column): void {
    const {rowCount, onFocus} = this.#options;
    if (rowCount === 0) return;
    const row = Math.max(0, Math.min(rowCount - 1, index));
    const moved = row !== this.#active.row;
    this.#active = {row, column: Math.max(0, Math.min(this.#columns.length - 1, column))};
    const scroll = this.#scroll();
    const top = scrollToShow(row, scroll);
    if (top !== scroll.top) this.node.scrollTop = top + this.#opened.shift(row);
    this.#draw();
    this.#showColumn();
    const value = this.#cache.get(row);
    if (moved && value !== undefined) onFocus?.(value, row);
  }

  #makeCache(): RowCache<Row> {
    return rowCache<Row>((from, to) => this.#options.getRows(from, to), this.#options.rowCount, {
      onRows: () => {
        this.redraw();
      },
      onError: (error) => {
        this.#say(
          html`<div class="state is-error" role="alert">
            <h3>The rows could not be read</h3>
            <p>${error instanceof Error ? error.message : String(error)}</p>
          </div>`
        );
      }
    });
  }

  #scroll(): Scroll {
    const {rowHeight = 28, rowCount} = this.#options;
    const viewport = Math.max(0, this.node.clientHeight - this.#head.offsetHeight);
    return {top: this.#opened.closedTop(this.node.scrollTop), viewport, rowHeight, rowCount};
  }

  #say(content: Node | string | null): void {
    this.#message.hidden = content === null;
    this.#message.replaceChildren(...(content === null ? [] : [content]));
  }

  /** Header, widths and heights: everything that does not change while scrolling. */
  #layOut(): void {
    const {columns, label, rowCount, rowHeight = 28, pinned, sort = null, onSort, empty} = this.#options;
    this.#columns = columns.filter(({visible = true}) => visible);
    this.#cells.use(this.#columns, this.#options.frozen ?? 1);
    const style = this.node.style;
    style.setProperty("--row-height", `${String(rowHeight)}px`);
    style.setProperty("--columns", this.#columns.map(({width}) => `${String(width)}px`).join(" "));
    this.node.setAttribute("aria-label", label);
    this.node.setAttribute("aria-rowcount", String(rowCount + 1));
    this.node.setAttribute("aria-colcount", String(this.#columns.length));
    this.node.setAttribute("aria-multiselectable", String(this.#options.onSelect !== undefined));
    const heading = JSON.stringify([sort, this.#columns.map(({key, label, unit, width}) => [key, label, unit, width])]);
    const isSame = heading === this.#headed && pinned == null && this.#columns.every(({figure}) => !figure);
    this.#headed = heading;
    if (!isSame) {
      const heads = this.#columns.map((column, at) => this.#cells.freeze(headCell(column, sort, onSort), at));
      this.#head.replaceChildren(html`<div class="virtual-table-row" role="row" aria-rowindex="1">${heads}</div>`);
    }
    if (pinned != null) this.#head.append(this.#cells.make(pinned, -1, this.#columnsInView()));
    this.#body.style.height = `${String(bodyHeight({rowHeight, rowCount}) + this.#opened.total)}px`;
    this.#say(rowCount === 0 ? (empty?.() ?? "No rows.") : null);
    if (isSame) this.#redrawKept();
    else this.redraw();
  }

  /** Draws again, and keeps the cells that depend on their row alone. */
  #redrawKept(): void {
    this.#kept = new Map([...this.#rows.values()].map((row) => [row.dataset["key"] ?? "", row]));
    this.#kept.delete("");
    for (const row of this.#rows.values()) if (row.dataset["key"] === undefined) row.remove();
    this.#rows.clear();
    this.#draw();
    for (const row of this.#kept.values()) row.remove();
    this.#kept.clear();
  }

  #schedule(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      this.#draw();
    });
  }

  #draw(): void {
    const {rowHeight = 28} = this.#options;
    const {from, to, origin} = virtualWindow(this.#scroll());
    const columns = this.#columnsInView();
    this.#cache.want(from, to);
    for (const [index, row] of this.#rows) {
      if (index >= from && index < to) continue;
      row.remove();
      this.#rows.delete(index);
    }
    for (let index = from; index < to; index++) {
      const row = this.#rows.get(index) ?? this.#addRow(index, columns);
      row.style.transform = `translateY(${String(origin + index * rowHeight + this.#opened.shift(index))}px)`;
      this.#cells.fill(row, this.#cache.get(index), index, columns);
      this.#mark(row, index);
    }
    this.#opened.draw(this.#body, from, to, this.#columns.length);
  }

  #columnsInView(): ColumnSpan {
    const widths = this.#columns.map(({width}) => width);
    return columnWindow(widths, {left: this.node.scrollLeft, viewport: this.node.clientWidth});
  }

  #addRow(index: number, columns: ColumnSpan): HTMLElement {
    const row = this.#cache.get(index);
    const key = row !== undefined && this.#options.rowKey ? this.#options.rowKey(row) : undefined;
    const kept = key === undefined || row === undefined ? undefined : this.#kept.get(key);
    const node =
      kept && row !== undefined ? this.#cells.renew(kept, row, index) : this.#cells.make(row, index, columns);
    if (key !== undefined) {
      node.dataset["key"] = key;
      this.#kept.delete(key);
    }
    this.#rows.set(index, node);
    if (!kept) this.#body.append(node);
    return node;
  }

  #mark(node: HTMLElement, index: number): void {
    const isActive = index === this.#active.row;
    node.classList.toggle("is-active", isActive);
    const row = this.#cache.get(index);
    const isSelected = row !== undefined && this.#selected.has(this.#keyOf(row, index));
    if (this.#options.onSelect) node.setAttribute("aria-selected", String(isSelected));
    if (!isActive) return;
    const cell = node.children.item(this.#active.column);
    for (const other of node.children) other.classList.toggle("is-active-cell", other === cell);
    if (cell) this.node.setAttribute("aria-activedescendant", cell.id);
  }

  #keyOf(row: Row, index: number): string {
    return this.#options.rowKey?.(row) ?? String(index);
  }

  #showColumn(): void {
    const {frozen = 1} = this.#options;
    const {column} = this.#active;
    if (column < frozen) return;
    const before = (end: number): number => this.#columns.slice(0, end).reduce((sum, {width}) => sum + width, 0);
    const left = before(column) - before(frozen);
    const right = before(column + 1) - this.node.clientWidth;
    if (this.node.scrollLeft > left) this.node.scrollLeft = left;
    else if (this.node.scrollLeft < right) this.node.scrollLeft = right;
  }

  #onKey(event: KeyboardEvent): void {
    const move = tableMove(event);
    if (event.target !== this.node || move === null) return;
    event.preventDefault();
    event.stopPropagation();
    this.#apply(move);
  }

  #apply(move: TableMove): void {
    const {row, column} = this.#active;
    const {viewport, rowHeight, rowCount} = this.#scroll();
    const page = Math.max(1, Math.floor(viewport / rowHeight) - 1);
    if (move.kind === "row") this.focusRow(row + move.by);
    else if (move.kind === "page") this.focusRow(row + move.by * page);
    else if (move.kind === "edge") this.focusRow(move.end ? rowCount - 1 : 0);
    else if (move.kind === "column") this.focusRow(Math.max(0, row), column + move.by);
    else if (move.kind === "select") this.#toggle();
    else this.#open();
  }

  #toggle(): void {
    const {row: index} = this.#active;
    const row = this.#cache.get(index);
    if (row === undefined || !this.#options.onSelect) return;
    const selected = new Set(this.#selected);
    const key = this.#keyOf(row, index);
    if (!selected.delete(key)) selected.add(key);
    this.#selected = selected;
    this.#draw();
    this.#options.onSelect(selected);
  }

  #open(): void {
    const row = this.#cache.get(this.#active.row);
    if (row !== undefined) this.#options.onOpen?.(row, this.#active.row);
  }

  #onClick({target}: MouseEvent): void {
    if (!(target instanceof Element) || target.closest("a, button, input")) return;
    const cell = target.closest<HTMLElement>("[role=gridcell]");
    const row = cell?.closest<HTMLElement>("[data-index]");
    if (!cell || !row) return;
    this.focusRow(Number(row.dataset["index"]), Number(cell.getAttribute("aria-colindex")) - 1);
  }
}

/**
 * A table of any number of rows, of which only those in view are in the page: frozen first columns, a pinned row, order
 * by header, and keys (arrows, j, k, Page Up, Page Down, Home, End; x or Space selects; Enter opens).
 */
export function virtualTable<Row>(options: VirtualTableOptions<Row>): VirtualTable<Row> {
  return new Grid(options);
}
