import {html} from "htl";
import {rowKey} from "./compounds-compare.js";
import {findCompound} from "./find-compound.js";
import {type CardOptions, CARD_HEIGHT, CARD_WIDTH, compoundCard, selectBox} from "./compound-card.js";
import {compoundColumns, DRAWING_ROW} from "./compound-columns.js";
import type {CompoundsModel} from "./compounds-model.js";
import {CompoundsPlot} from "./compounds-plot.js";
import type {ColumnSet} from "../tables/column-set.js";
import type {TableColumn} from "./table-column.js";
import {virtualTable} from "./virtual-table.js";
import type {VirtualTable} from "./virtual-table-options.js";

export interface CompoundsListOptions {
  readonly model: CompoundsModel;
  /** What is marked in structures: SMILES, SMARTS or molfile; null for none. */
  readonly marked: () => string | null;
  /** Why a row fell. */
  readonly reason: (row: number) => Node | null;
  readonly onChoose: (row: number) => void;
  /** Rows selected to be looked at together. */
  readonly isSelected: (row: number) => boolean;
  readonly onSelect: (row: number) => void;
  /** The structure of a row is to be copied as an image. */
  readonly onCopy: (row: number) => void;
  /** Shown when there is no row. */
  readonly empty: () => Node | string;
}

/** Box to select and structure stay when the rest is scrolled. */
const FROZEN = 2;
const PLAIN_ROW = 28;
const REASON_WIDTH = 260;

/** The compounds left, or those that fell: as a table or as cards, of which only what is in view is in the page; or a plot. */
export class CompoundsList {
  readonly node: HTMLElement = html`<div class="compounds-list"></div>`;
  readonly #options: CompoundsListOptions;
  readonly #table: VirtualTable<number>;
  readonly #plot: CompoundsPlot;
  #cards: VirtualTable<readonly number[]> | undefined;
  #perRow = 1;
  #active = -1;
  #isMoving = false;

  constructor(options: CompoundsListOptions) {
    this.#options = options;
    this.#table = this.#makeTable();
    this.#plot = new CompoundsPlot(options.model, (row) => {
      this.#choose(row);
    });
    new ResizeObserver(() => {
      if (this.#isCards() && this.#fitting() !== this.#perRow) this.update();
    }).observe(this.node);
    this.update();
  }

  /** Shows which rows are selected. */
  select(keys: ReadonlySet<string>): void {
    const hadFocus = this.node.contains(document.activeElement);
    this.#table.update({selected: keys});
    this.#cards?.redraw();
    // The box that was pressed is drawn anew: keys go on from the list.
    if (hadFocus && !this.node.contains(document.activeElement))
      this.node.querySelector<HTMLElement>("[role=grid]")?.focus();
  }

  /** The plot of two columns. */
  get plot(): CompoundsPlot {
    return this.#plot;
  }

  /** Row moved to; -1 before any. */
  get row(): number {
    return this.#active;
  }

  /** Columns of the table, shown or not. */
  columns(): TableColumn<number>[] {
    const {model, marked, reason} = this.#options;
    const {set, filter, state} = model;
    const {columns: shown, show, pin, colour} = state.value;
    const pinned = findCompound(set, pin);
    const columns = compoundColumns(set, filter, {
      ...{shown: new Set(shown), marked: marked(), pinned: pinned < 0 ? null : pinned, isColoured: colour},
      onCopy: this.#options.onCopy
    });
    columns.unshift(selectColumn(set, this.#options));
    if (show === "left") return columns;
    const fell: TableColumn<number> = {
      ...{key: "fell_at", label: "Fell at", about: "The first filter it does not pass, and why.", width: REASON_WIDTH},
      ...{sortable: false, kind: "is-wrapped", cell: reason}
    };
    return [...columns.slice(0, FROZEN), fell, ...columns.slice(FROZEN)];
  }

  /** Draws what is shown now. */
  update(): void {
    const {model} = this.#options;
    const rowCount = model.shownCount;
    if (model.state.value.view === "plot") {
      this.#plot.update();
      if (this.#plot.node !== this.node.firstChild) this.node.replaceChildren(this.#plot.node);
      return;
    }
    if (this.#isCards()) {
      this.#perRow = this.#fitting();
      this.#cards ??= this.#makeCards();
      this.#cards.update({rowCount: Math.ceil(rowCount / this.#perRow), columns: [this.#cardColumn()]});
      if (this.#cards.node !== this.node.firstChild) this.node.replaceChildren(this.#cards.node);
      return;
    }
    const pinned = findCompound(model.set, model.state.value.pin);
    this.#table.update({
      ...{rowCount, columns: this.columns(), sort: model.state.value.sort},
      pinned: pinned < 0 ? null : pinned
    });
    if (this.#table.node !== this.node.firstChild) this.node.replaceChildren(this.#table.node);
  }

  /** Goes to the next row, after a decision. */
  next(): void {
    const {model} = this.#options;
    const at = this.#place();
    if (at < 0 || at + 1 >= model.shownCount) return;
    if (!this.#isCards()) this.#table.focusRow(at + 1);
    else {
      const [row] = model.rows(at + 1, at + 2);
      if (row !== undefined) this.#choose(row);
      this.#cards?.focusRow(Math.floor((at + 1) / this.#perRow));
      this.node.querySelector<HTMLElement>(`.compound-card[data-row="${String(row)}"]`)?.focus();
    }
  }

  #place(): number {
    return this.#isCards() ? this.#options.model.survivors().indexOf(this.#active) : this.#at;
  }

  /** Place of the row moved to in the table. */
  #at = -1;

  #isCards(): boolean {
    return this.#options.model.state.value.view === "cards";
  }

  #fitting(): number {
    return Math.max(1, Math.floor((this.node.clientWidth - 12) / CARD_WIDTH));
  }

  #choose(row: number): void {
    this.#active = row;
    if (this.#isMoving) return;
    this.#isMoving = true;
    this.#options.onChoose(row);
    this.#isMoving = false;
  }

  #makeTable(): VirtualTable<number> {
    const {model, empty} = this.#options;
    const {set, state} = model;
    return virtualTable<number>({
      ...{
        label: "Compounds",
        columns: this.columns(),
        rowCount: model.shownCount,
        rowHeight: "smiles" in set.table.columns ? DRAWING_ROW : PLAIN_ROW,
        frozen: FROZEN
      },
      rowKey: (row) => rowKey(model.set, row),
      onSelect: () => {
        if (this.#active >= 0) this.#options.onSelect(this.#active);
      },
      ...{sort: state.value.sort, getRows: (from: number, to: number) => model.rows(from, to), empty},
      onSort: (sort) => {
        model.sort(sort);
      },
      onFocus: (row, index) => {
        this.#at = index;
        this.#choose(row);
      }
    });
  }

  #makeCards(): VirtualTable<readonly number[]> {
    const {model, empty} = this.#options;
    const table = virtualTable<readonly number[]>({
      ...{label: "Compounds as cards", columns: [this.#cardColumn()], rowHeight: CARD_HEIGHT, frozen: 0},
      ...{rowCount: Math.ceil(model.shownCount / this.#perRow), empty},
      getRows: (from, to) => {
        const rows = model.rows(from * this.#perRow, to * this.#perRow);
        return Array.from({length: to - from}, (_, at) => rows.slice(at * this.#perRow, (at + 1) * this.#perRow));
      }
    });
    table.node.classList.add("is-cards");
    return table;
  }

  #cardColumn(): TableColumn<readonly number[]> {
    const options: CardOptions = {
      ...{set: this.#options.model.set, columns: this.columns(), marked: this.#options.marked()},
      ...{isSelected: this.#options.isSelected, onSelect: this.#options.onSelect, onCopy: this.#options.onCopy},
      isChosen: (row) => row === this.#active,
      onChoose: (row) => {
        this.#choose(row);
        for (const card of this.node.querySelectorAll<HTMLElement>(".compound-card"))
          card.setAttribute("aria-pressed", String(card.dataset["row"] === String(row)));
      }
    };
    return {
      ...{
        key: "cards",
        label: "Compounds",
        width: Math.max(this.#perRow * CARD_WIDTH + 8, this.node.clientWidth - 16),
        sortable: false
      },
      cell: (rows) =>
        html`<div class="compound-cards" style=${`--cards: ${String(this.#perRow)}`}>
          ${rows.map((row) => compoundCard(row, options))}
        </div>`
    };
  }
}

const SELECT_WIDTH = 30;

function selectColumn(
  set: ColumnSet,
  {isSelected, onSelect}: Pick<CompoundsListOptions, "isSelected" | "onSelect">
): TableColumn<number> {
  return {
    ...{key: "select", label: "✓", about: "Selected to be compared or pictured: x", width: SELECT_WIDTH},
    ...{sortable: false},
    cell: (row) => selectBox(set, row, {isSelected, onSelect})
  };
}
