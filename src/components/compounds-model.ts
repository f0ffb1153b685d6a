import type {Range} from "../kernels/column-bins.js";
import type {Crossfilter} from "../kernels/crossfilter.js";
import type {compoundsFields} from "../state/compounds-view.js";
import {rangeWords} from "../state/range-words.js";
import type {TableOrder} from "../state/table-order.js";
import type {StateOf, UrlState} from "../state/url-state.js";
import type {AddedColumn, ColumnSet} from "../tables/column-set.js";
import {compoundOrder} from "./compound-order.js";

/** State of the Compounds page. */
export type CompoundsState = UrlState<StateOf<typeof compoundsFields>>;

/**
 * What has changed: `filters` which rows are left; `order` their order; `columns` a column was added, taken away or given
 * other values; `rows` the set has other rows.
 */
export type CompoundsChange = "filters" | "order" | "columns" | "rows";

/**
 * A set of compounds being narrowed: its rows, what filters them, their order. Parts of the page change it and are told of
 * changes; nothing here draws. Columns that are worked out later (predictions, scores, similarities) join by `putColumns`
 * and are then in the table, the histograms, the filters and what is saved.
 */
export class CompoundsModel {
  readonly state: CompoundsState;
  #set: ColumnSet;
  #filter: Crossfilter;
  readonly #listeners = new Set<(change: CompoundsChange) => void>();
  /** Ranges of the address on columns that are not there yet. */
  readonly #pending = new Map<string, Range>();
  #order: Uint32Array | null = null;
  #sorted: Uint32Array | null = null;

  constructor(set: ColumnSet, filter: Crossfilter, state: CompoundsState) {
    this.#set = set;
    this.#filter = filter;
    this.state = state;
    this.#applyState();
  }

  get set(): ColumnSet {
    return this.#set;
  }

  get filter(): Crossfilter {
    return this.#filter;
  }

  /** Calls back after each change, until the signal is aborted. */
  onChange(listener: (change: CompoundsChange) => void, signal?: AbortSignal): void {
    this.#listeners.add(listener);
    signal?.addEventListener("abort", () => this.#listeners.delete(listener));
  }

  /** Goes on with more rows of the same set: filters and order stay. Columns added to it before are to be put again. */
  replaceRows(set: ColumnSet, filter: Crossfilter): void {
    this.#set = set;
    this.#filter = filter;
    this.#applyState();
    this.#tell("rows");
  }

  /** Filters by a column, or lifts its filter. */
  setRange(name: string, range: Range | null): void {
    this.#filter.setRange(name, range);
    this.#filtersChanged();
  }

  liftAll(): void {
    const {names} = this.#filter;
    for (const name of this.#filter.filters) {
      if (names.includes(name)) this.#filter.setRange(name, null);
      else this.#filter.setMask(name, null);
    }
    this.#pending.clear();
    this.#filtersChanged();
  }

  /** Adds columns, or gives columns other values. @throws when one has another length than the set */
  putColumns(added: readonly AddedColumn[]): void {
    this.#set = this.#set.withColumns(added);
    for (const {name, values} of added) {
      if (!(values instanceof Float64Array)) continue;
      this.#filter.putColumn({name, values});
      const waiting = this.#pending.get(name);
      if (waiting === undefined) continue;
      this.#pending.delete(name);
      this.#filter.setRange(name, waiting);
    }
    const {sort} = this.state.value;
    if (sort && added.some(({name}) => name === sort.key)) this.#order = compoundOrder(this.#set, sort);
    this.#sorted = null;
    this.#tell("columns");
    this.#filtersChanged();
  }

  /** Takes columns away, with their filters; names that are not there are left out. */
  dropColumns(names: readonly string[]): void {
    const held = names.filter((name) => name in this.#set.table.columns);
    if (held.length === 0) return;
    for (const name of held.filter((each) => this.#filter.names.includes(each))) this.#filter.dropColumn(name);
    this.#set = this.#set.without(held);
    const {sort} = this.state.value;
    if (sort && held.includes(sort.key)) this.sort(null);
    this.#tell("columns");
    this.#filtersChanged();
  }

  sort(sort: TableOrder | null): void {
    this.#order = compoundOrder(this.#set, sort);
    this.#sorted = null;
    this.state.set({sort});
    this.#tell("order");
  }

  /** Rows that pass, in the order of the table; shared, not to be changed. */
  survivors(): Uint32Array {
    this.#sorted ??= this.#order ? this.#filter.rowsInOrder(this.#order) : this.#filter.rows();
    return this.#sorted;
  }

  /** Rows of rank `from` to `to` (exclusive) among those that pass. */
  rows(from: number, to: number): number[] {
    if (!this.#order) return [...this.#filter.rows(from, to - from)];
    return [...this.survivors().subarray(from, to)];
  }

  /** A filter in words, e.g. "MW 200 to 500 Da". */
  words(name: string): string {
    const column = this.#set.table.columns[name];
    const range = this.#filter.names.includes(name) ? this.#filter.range(name) : null;
    return column && range ? rangeWords(column, range) : name;
  }

  /** Row of a compound, -1 when the set does not have it. */
  findRow(id: string): number {
    if (id === "" || !("compound_id" in this.#set.table.columns)) return -1;
    for (let row = 0; row < this.#set.rowCount; row++) if (this.#set.cell("compound_id", row) === id) return row;
    return -1;
  }

  #applyState(): void {
    const {where, sort} = this.state.value;
    const held = new Set(this.#filter.names);
    this.#pending.clear();
    for (const [name, range] of where) {
      if (held.has(name)) this.#filter.setRange(name, range);
      else this.#pending.set(name, range);
    }
    this.#order = compoundOrder(this.#set, sort);
    this.#sorted = null;
  }

  #filtersChanged(): void {
    this.#sorted = null;
    const names = this.#filter.names;
    const ranges = this.#filter.filters
      .filter((name) => names.includes(name))
      .map((name) => [name, this.#filter.range(name)] as const)
      .filter((pair): pair is readonly [string, Range] => pair[1] !== null);
    this.state.set({where: new Map([...ranges, ...this.#pending])});
    this.#tell("filters");
  }

  #tell(change: CompoundsChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}
