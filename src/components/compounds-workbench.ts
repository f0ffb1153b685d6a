import {html} from "htl";
import {formatCount} from "../base/format-number.js";
import type {Range} from "../kernels/column-bins.js";
import type {Crossfilter} from "../kernels/crossfilter.js";
import type {compoundsFields} from "../state/compounds-view.js";
import {FIRST_COLUMNS} from "../state/compounds-view.js";
import {rangeWords} from "../state/range-words.js";
import type {StateOf, UrlState} from "../state/url-state.js";
import type {ColumnSet} from "../tables/column-set.js";
import {endpointOfColumn} from "./admet-cell.js";
import {columnChooser} from "./column-chooser.js";
import {compoundColumns, DRAWING_ROW} from "./compound-columns.js";
import {compoundInspector, noCompound} from "./compound-inspector.js";
import {compoundOrder} from "./compound-order.js";
import {compoundsFunnel, funnelSteps, nothingLeft} from "./compounds-funnel.js";
import {exportMenu} from "./export-menu.js";
import {histogramRail} from "./histogram-rail.js";
import {ruleFilters} from "./rule-filters.js";
import {virtualTable} from "./virtual-table.js";
import type {VirtualTable} from "./virtual-table-options.js";
import {workbench} from "./workbench.js";

/** State of the Compounds page. */
export type CompoundsState = UrlState<StateOf<typeof compoundsFields>>;

/** Columns whose histograms are open: predicted values, then the usual ones. */
const firstColumns = (set: ColumnSet): string[] => [
  ...set.numericNames.filter((name) => endpointOfColumn(name) !== null),
  ...FIRST_COLUMNS
];

/** Widest histogram that fits the rail. */
const HISTOGRAM_WIDTH = 232;
const PLAIN_ROW = 28;

/**
 * A set of compounds to narrow: rail with funnel, rule sets and linked histograms; table of what is left; the compound
 * chosen. Everything but the data is in the state.
 */
export class CompoundsWorkbench {
  readonly node: HTMLElement;
  #set: ColumnSet;
  #filter: Crossfilter;
  readonly #state: CompoundsState;
  readonly #count = html`<strong class="compounds-count" aria-live="polite"></strong>`;
  readonly #funnel = html`<div></div>`;
  readonly #inspector = html`<div></div>`;
  readonly #rules: ReturnType<typeof ruleFilters>;
  readonly #rail: ReturnType<typeof histogramRail>;
  readonly #table: VirtualTable<number>;
  #order: Uint32Array | null = null;
  #sorted: Uint32Array | null = null;
  #frame = 0;

  /** @param notice nodes above the table: what set this is, its progress, its issues */
  constructor(set: ColumnSet, filter: Crossfilter, state: CompoundsState, notice: readonly Node[]) {
    this.#set = set;
    this.#filter = filter;
    this.#state = state;
    this.#applyState();
    const onRange = (name: string, range: Range | null): void => {
      this.setRange(name, range);
    };
    this.#rules = ruleFilters(() => this.#filter, onRange);
    this.#rail = histogramRail({
      ...{filter, columns: set.table.columns, first: firstColumns(set), width: HISTOGRAM_WIDTH},
      onRange
    });
    const hasStructures = "smiles" in set.table.columns;
    this.#table = virtualTable<number>({
      ...{
        label: "Compounds",
        columns: this.#columns(),
        rowCount: filter.count,
        rowHeight: hasStructures ? DRAWING_ROW : PLAIN_ROW,
        frozen: 1
      },
      ...{sort: state.value.sort, getRows: (from: number, to: number) => this.#rows(from, to)},
      onSort: (sort) => {
        this.#sort(sort);
      },
      onFocus: (row) => {
        this.#choose(row);
      },
      empty: () => this.#nothingLeft()
    });
    this.node = workbench({
      rail: [
        html`<h2>Funnel</h2>`,
        this.#funnel,
        html`<h2>Rules</h2>`,
        this.#rules.node,
        html`<h2>Properties</h2>`,
        this.#rail.node
      ],
      bench: [this.#toolbar(), ...notice, this.#table.node],
      inspector: this.#inspector,
      inspectorLabel: "Compound"
    });
    this.#update();
    this.#showChosen();
  }

  /** Filters by a column, or lifts its filter; drawn at the next frame. */
  setRange(name: string, range: Range | null): void {
    this.#filter.setRange(name, range);
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      this.#update();
    });
  }

  /** Goes on with more rows of the same set: filters, order, place in the list and the compound chosen stay. */
  replaceRows(set: ColumnSet, filter: Crossfilter): void {
    this.#set = set;
    this.#filter = filter;
    this.#applyState();
    this.#rail.rebind(filter);
    this.#update();
  }

  /** Stops what would still draw. */
  dispose(): void {
    cancelAnimationFrame(this.#frame);
    this.#rail.dispose();
  }

  #applyState(): void {
    const {where, sort} = this.#state.value;
    const held = new Set(this.#filter.names);
    for (const [name, range] of where) if (held.has(name)) this.#filter.setRange(name, range);
    this.#order = compoundOrder(this.#set, sort);
  }

  #columns(): ReturnType<typeof compoundColumns> {
    return compoundColumns(this.#set, this.#filter, new Set(this.#state.value.columns));
  }

  #toolbar(): HTMLElement {
    const chooser = columnChooser(this.#columns(), (shown) => {
      this.#state.set({columns: [...shown]});
      this.#table.update({columns: this.#columns()});
    });
    const exports = exportMenu(
      () => this.#set,
      () => this.#survivors()
    );
    const clear = html<HTMLButtonElement>`<button type="button" class="quiet">Lift all filters</button>`;
    clear.addEventListener("click", () => {
      for (const name of this.#filter.filters) this.#filter.setRange(name, null);
      this.#update();
    });
    return html`<div class="compounds-bar">
      ${this.#count}${clear}<span class="compounds-tools">${chooser}${exports}</span>
    </div>`;
  }

  #update(): void {
    const {rowCount, count} = this.#filter;
    this.#sorted = null;
    this.#count.textContent = `${formatCount(count)} of ${formatCount(rowCount)} compounds left`;
    this.#rail.update();
    this.#rules.update();
    this.#table.update({rowCount: count, columns: this.#columns()});
    this.#funnel.replaceChildren(
      compoundsFunnel(this.#funnelSteps(), rowCount, (name) => {
        this.setRange(name, null);
      })
    );
    this.#state.set({where: this.#ranges()});
  }

  #ranges(): Map<string, Range> {
    const pairs = this.#filter.filters.map((name) => [name, this.#filter.range(name)] as const);
    return new Map(pairs.filter((pair): pair is [string, Range] => pair[1] !== null));
  }

  #words(name: string): string {
    const column = this.#set.table.columns[name];
    const range = this.#filter.range(name);
    return column && range ? rangeWords(column, range) : name;
  }

  #funnelSteps(): ReturnType<typeof funnelSteps> {
    const words = (name: string): string => this.#words(name);
    return funnelSteps(this.#filter.filters, this.#filter.rowCount, (names) => this.#filter.countOf(names), words);
  }

  #nothingLeft(): Node | string {
    const {filters, rowCount} = this.#filter;
    if (rowCount === 0) return "This set holds no compound.";
    const without = filters.map((name) => ({
      name,
      words: this.#words(name),
      left: this.#filter.countOf(filters.filter((other) => other !== name))
    }));
    return nothingLeft(without, (name) => {
      this.setRange(name, null);
    });
  }

  #survivors(): Uint32Array {
    this.#sorted ??= this.#order ? this.#filter.rowsInOrder(this.#order) : this.#filter.rows();
    return this.#sorted;
  }

  #rows(from: number, to: number): number[] {
    if (!this.#order) return [...this.#filter.rows(from, to - from)];
    return [...this.#survivors().subarray(from, to)];
  }

  #sort(sort: {readonly key: string; readonly descending: boolean} | null): void {
    this.#order = compoundOrder(this.#set, sort);
    this.#sorted = null;
    this.#state.set({sort});
    this.#table.update({sort});
  }

  #choose(row: number): void {
    this.#state.set({compound: String(this.#set.cell("compound_id", row) ?? "")});
    this.#inspector.replaceChildren(compoundInspector(this.#set, row));
  }

  #showChosen(): void {
    const {compound} = this.#state.value;
    const row = compound === "" ? -1 : this.#findRow(compound);
    this.#inspector.replaceChildren(row < 0 ? noCompound() : compoundInspector(this.#set, row));
  }

  #findRow(id: string): number {
    for (let row = 0; row < this.#set.rowCount; row++) if (this.#set.cell("compound_id", row) === id) return row;
    return -1;
  }
}
