import type {FilterNode} from "../filters/filter-node.js";
import type {FilterRecipe} from "../filters/filter-recipe.js";
import {filterWords} from "../filters/filter-words.js";
import type {Range} from "../kernels/column-bins.js";
import type {Crossfilter} from "../kernels/crossfilter.js";
import type {compoundsFields} from "../state/compounds-view.js";
import type {TableOrder} from "../state/table-order.js";
import type {StateOf, UrlState} from "../state/url-state.js";
import type {AddedColumn, ColumnSet} from "../tables/column-set.js";
import {RowOrder} from "./row-order.js";
import {addressedFilters, keepOrder} from "./filter-order.js";
import {FilterSteps, type OutsideJudge} from "./filter-steps.js";
import {type FunnelStep, funnelSteps} from "./compounds-funnel.js";

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
  /** Names of the filters in their order, those that wait included. */
  #order: string[] = [];
  readonly #steps: FilterSteps;
  readonly #rows: RowOrder;

  constructor(set: ColumnSet, filter: Crossfilter, state: CompoundsState) {
    this.#set = set;
    this.#filter = filter;
    this.state = state;
    this.#steps = new FilterSteps(
      () => ({set: this.#set, filter: this.#filter}),
      () => {
        this.#filtersChanged();
      }
    );
    this.#rows = new RowOrder(
      () => ({set: this.#set, filter: this.#filter}),
      () => {
        this.#tell("order");
      }
    );
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
    const ranges = new Map(this.#pending);
    for (const name of this.#filter.filters) {
      const range = this.#range(name);
      if (range) ranges.set(name, range);
    }
    this.#pending.clear();
    this.#set = set;
    this.#filter = filter;
    this.#steps.forget();
    for (const [name, range] of ranges) {
      if (filter.names.includes(name)) filter.setRange(name, range);
      else this.#pending.set(name, range);
    }
    this.#steps.refresh();
    this.#arrange();
    this.#reorder();
    this.#tell("rows");
  }

  /** Filters that are more than ranges, applied or not. */
  get steps(): FilterSteps["all"] {
    return this.#steps.all;
  }

  /** Answers known for filters that are judged elsewhere. */
  get outside(): FilterSteps["outside"] {
    return this.#steps.outside;
  }

  /** Says who answers filters by structure and SQL. */
  setJudge(judge: OutsideJudge): void {
    this.#steps.setJudge(judge);
    this.#filtersChanged();
  }

  /** Takes what is known so far of an answer for `setJudge`'s filters. */
  takePartial(...given: Parameters<FilterSteps["takePartial"]>): void {
    this.#steps.takePartial(...given);
  }

  /** Filters by a column, or lifts its filter. */
  setRange(name: string, range: Range | null): void {
    this.#filter.setRange(name, range);
    this.#filtersChanged();
  }

  addStep(node: FilterNode): void {
    this.#steps.add(node);
    this.#filtersChanged();
  }

  changeStep(id: string, node: FilterNode): void {
    this.#steps.change(id, node);
    this.#filtersChanged();
  }

  /** Lifts a filter by its name: a column with a range, or a step. */
  lift(name: string): void {
    if (this.#steps.find(name)) this.#steps.drop(name);
    else this.#filter.setRange(name, null);
    this.#filtersChanged();
  }

  liftAll(): void {
    for (const {id} of this.#steps.all) this.#steps.drop(id);
    for (const name of this.#filter.filters) this.#filter.setRange(name, null);
    this.#pending.clear();
    this.#filtersChanged();
  }

  /** Lifts every filter, then applies those of a recipe in its order. */
  replay({steps}: FilterRecipe): void {
    this.liftAll();
    const free = new Set(this.#filter.names);
    for (const node of steps) {
      if (node.kind === "range" && free.delete(node.column)) this.#filter.setRange(node.column, node);
      else this.#steps.add(node);
    }
    this.#filtersChanged();
  }

  /** A filter that is set, by its name. @throws when there is none */
  node(name: string): FilterNode {
    const step = this.#steps.find(name);
    if (step) return step.node;
    const range = this.#filter.range(name);
    if (!range) throw new Error(`invalid filter: ${name}`);
    return {kind: "range", column: name, ...range};
  }

  /** The filters that are set, in order. */
  recipe(name: string): FilterRecipe {
    return {name, steps: this.#filter.filters.map((each) => this.node(each))};
  }

  /** The funnel: what each filter took after the ones before it. */
  funnel(): FunnelStep[] {
    const {filters, rowCount} = this.#filter;
    return funnelSteps(
      filters,
      rowCount,
      (names) => this.#filter.countOf(names),
      (name) => this.words(name)
    );
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
    this.#steps.refresh(added.map(({name}) => name));
    const {sort} = this.state.value;
    if (sort && added.some(({name}) => name === sort.key)) this.#reorder();
    this.#tell("columns");
    this.#filtersChanged();
  }

  /** Takes columns away, with their filters; names that are not there are left out. */
  dropColumns(names: readonly string[]): void {
    const held = names.filter((name) => name in this.#set.table.columns);
    if (held.length === 0) return;
    for (const name of held.filter((each) => this.#filter.names.includes(each))) this.#filter.dropColumn(name);
    this.#set = this.#set.without(held);
    this.#steps.refresh(held);
    const {sort} = this.state.value;
    if (sort && held.includes(sort.key)) this.sort(null);
    this.#tell("columns");
    this.#filtersChanged();
  }

  sort(sort: TableOrder | null): void {
    this.state.set({sort});
    this.#reorder();
    this.#tell("order");
  }

  /** Rows that pass, in the order of the table; shared, not to be changed. */
  survivors(): Uint32Array {
    return this.#rows.left();
  }

  /** Rows that fell, in the order of the table; shared, not to be changed. */
  dropped(): Uint32Array {
    return this.#rows.dropped();
  }

  /** Number of rows that the table shows: those that pass, or those that fell. */
  get shownCount(): number {
    const {count, rowCount} = this.#filter;
    return this.state.value.show === "dropped" ? rowCount - count : count;
  }

  /** Rows of rank `from` to `to` (exclusive) among those that the table shows. */
  rows(from: number, to: number): number[] {
    if (this.state.value.show === "dropped") return [...this.dropped().subarray(from, to)];
    return [...this.#rows.someLeft(from, to)];
  }

  /** A filter in words, e.g. "MW 200 to 500 Da". */
  words(name: string): string {
    return filterWords(this.node(name), this.#set.table.columns);
  }

  /** Writes the filters into the address; asked for by whoever draws, so that it happens once a frame. */
  writeState(): void {
    const rangeOf = (name: string): Range | undefined => this.#range(name) ?? this.#pending.get(name);
    this.state.set(addressedFilters(this.#order, rangeOf, (name) => this.#steps.find(name)?.node));
  }

  #applyState(): void {
    const {where, filter} = this.state.value;
    const held = new Set(this.#filter.names);
    const waiting = [...filter].sort((a, b) => a.after - b.after);
    const addUpTo = (place: number): void => {
      for (let next = waiting[0]; next && next.after <= place; next = waiting[0]) {
        this.#order.push(this.#steps.add(next.node));
        waiting.shift();
      }
    };
    addUpTo(0);
    [...where].forEach(([name, range], at) => {
      if (held.has(name)) this.#filter.setRange(name, range);
      else this.#pending.set(name, range);
      this.#order.push(name);
      addUpTo(at + 1);
    });
    addUpTo(Infinity);
    this.#arrange();
    this.#reorder();
  }

  #range(name: string): Range | null {
    return this.#filter.names.includes(name) ? this.#filter.range(name) : null;
  }

  #reorder(): void {
    this.#rows.sort(this.state.value.sort);
  }

  /** Filters keep their places while they wait for a column or cannot be applied. */
  #arrange(): void {
    const steps = this.#steps.all.map(({id}) => id);
    this.#order = keepOrder(this.#order, [...this.#filter.filters, ...this.#pending.keys(), ...steps]);
    this.#filter.arrange(this.#order);
  }

  #filtersChanged(): void {
    this.#arrange();
    this.#rows.forget();
    this.#tell("filters");
  }

  #tell(change: CompoundsChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}
