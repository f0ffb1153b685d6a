import type {BinnedColumn, ColumnGround, ColumnPlace, NumericColumn} from "./binned-column.js";
import {binColumn, COUNTER_BYTES, placeColumn} from "./binned-column.js";
import {type Bars, type Bins, type Range, barsOf, codesOfRange} from "./column-bins.js";
import {FilterMasks} from "./filter-masks.js";
import {Kernels} from "./kernels.js";
import {PrefixCube} from "./prefix-cube.js";
import {writeRangeMask} from "./range-mask.js";

/** Above this share of changed rows a recount of all rows is quicker than adding and taking off the changed ones. */
const RECOUNT_SHARE = 0.25;

/**
 * Linked filters over the rows of a set: a range per column and any number of outside masks (substructure, rules, SQL),
 * all joined by AND. Every column has its histogram over the rows that pass all filters but its own. Work is done when
 * an answer is asked for, and only on what has changed. Whoever opens one owns it: dropping it frees its memory.
 */
export class Crossfilter {
  readonly rowCount: number;
  readonly #kernels: Kernels;
  readonly #masks: FilterMasks;
  readonly #cube: PrefixCube;
  readonly #columns = new Map<string, BinnedColumn>();
  readonly #spare: ColumnPlace[] = [];
  readonly #ranges = new Map<string, Range>();
  readonly #passing: number;
  readonly #scratch: number;
  readonly #ground: ColumnGround;
  /** The mask of passing rows, and the masks behind the cube's counters, are up to date. */
  #isMasked = true;
  #isSettled = true;
  #buffers: {readonly order: number; readonly out: number} | undefined;

  private constructor(kernels: Kernels, rowCount: number) {
    this.rowCount = rowCount;
    this.#kernels = kernels;
    this.#masks = new FilterMasks(kernels, rowCount);
    this.#cube = new PrefixCube(kernels);
    this.#passing = kernels.allocate(this.#masks.bytes);
    this.#scratch = kernels.allocate(this.#masks.bytes);
    const {present, bytes: maskBytes} = this.#masks;
    this.#ground = {present, maskBytes, lanes: kernels.allocate(4 * COUNTER_BYTES)};
    this.#masks.copy(this.#masks.present, this.#passing);
  }

  /**
   * Bins the columns and counts them.
   *
   * @param module compiled kernels
   * @param rowCount length of every column
   * @param pause awaited after each column, so that a page can answer meanwhile
   * @throws when a column has another length, or two have the same name
   */
  static async open(
    module: WebAssembly.Module,
    columns: readonly NumericColumn[],
    rowCount: number,
    pause: () => Promise<void> = () => Promise.resolve()
  ): Promise<Crossfilter> {
    const filter = new Crossfilter(await Kernels.open(module), rowCount);
    for (const column of columns) {
      if (filter.#columns.has(column.name)) throw new Error(`invalid column: ${column.name} is there twice`);
      filter.putColumn(column);
      await pause();
    }
    return filter;
  }

  /** Names of the columns, in the order given. */
  get names(): string[] {
    return [...this.#columns.keys()];
  }

  /** Names of the filters that are set, in the order they were first set or arranged; a range is named for its column. */
  get filters(): string[] {
    return this.#masks.names;
  }

  /** Puts the filters in the order of some names; see `FilterMasks.arrange`. What passes stays. */
  arrange(order: readonly string[]): void {
    this.#masks.arrange(order);
  }

  /** Bytes of memory held. */
  get byteLength(): number {
    return this.#kernels.memory.buffer.byteLength;
  }

  /** Number of rows that pass all filters. */
  get count(): number {
    if (this.#cube.count !== null) return this.#cube.count;
    this.#mask();
    return this.#masks.count(this.#passing);
  }

  /** Bins of a column. @throws when there is no such column */
  bins(name: string): Bins {
    return this.#column(name).bins;
  }

  /** Histogram of a column over all rows. */
  background(name: string): Bars {
    return this.#column(name).background;
  }

  /** Histogram of a column over the rows that pass all filters but the column's own; counted when it is asked for. */
  bars(name: string): Bars {
    const column = this.#column(name);
    if (this.#cube.count === null) this.#recount(column);
    else if (this.#cube.name !== name) this.#writeFromCube(column);
    return barsOf(column.bins, this.#kernels.words(column.counts, 256));
  }

  /** The range a column is filtered by, or null. */
  range(name: string): Range | null {
    return this.#ranges.get(name) ?? null;
  }

  /** Sets or lifts the range of a column. A range whose limits are bin edges is answered from a prefix cube. */
  setRange(name: string, range: Range | null): void {
    const column = this.#column(name);
    const codes = range && codesOfRange(column.bins, range);
    if (codes && this.#cube.name !== name) this.#openCube(column);
    if (!codes) this.#leaveCube();
    if (range) this.#ranges.set(name, range);
    else this.#ranges.delete(name);
    if (range && codes) {
      this.#masks.open(name);
      this.#cube.move(codes.low, codes.high, range.keepMissing);
      this.#isSettled = false;
    } else {
      if (range) this.#writeRange(column, range);
      else this.#masks.close(name);
      this.#isMasked = false;
    }
  }

  /**
   * Sets or lifts an outside filter: one bit per row, row r at bit r % 8 of byte r / 8, set where the row passes.
   *
   * @throws when the name is a column's or the mask is too short
   */
  setMask(name: string, mask: Uint8Array | null): void {
    if (this.#columns.has(name)) throw new Error(`invalid filter name: ${name} is a column`);
    if (mask && mask.length * 8 < this.rowCount) throw new Error(`invalid mask length: ${String(mask.length)}`);
    this.#leaveCube();
    if (mask) {
      const out = this.#kernels.bytes(this.#masks.open(name), this.#masks.bytes);
      out.fill(0);
      out.set(mask.subarray(0, out.length));
    } else this.#masks.close(name);
    this.#isMasked = false;
  }

  /**
   * Adds a column, or gives one that is there other values; its range stays and is applied to them.
   *
   * @throws when it has another length, or an outside filter has its name
   */
  putColumn(column: NumericColumn): void {
    const {name, values} = column;
    if (values.length !== this.rowCount) throw new Error(`invalid length of column ${name}: ${String(values.length)}`);
    const old = this.#columns.get(name);
    const range = this.#ranges.get(name);
    if (!old && this.#masks.has(name)) throw new Error(`invalid column: ${name} is a filter`);
    this.#leaveCube();
    const place = old ?? this.#spare.pop() ?? placeColumn(this.#kernels, this.#ground);
    const binned = binColumn(this.#kernels, this.#ground, column, place);
    this.#columns.set(name, binned);
    if (range) this.#writeRange(binned, range);
    this.#isMasked = false;
  }

  /** Takes a column away, with its range. @throws when there is no such column */
  dropColumn(name: string): void {
    this.setRange(name, null);
    this.#leaveCube();
    this.#spare.push(this.#column(name));
    this.#columns.delete(name);
  }

  /** How many rows pass the named filters alone; with none named, all rows. @throws when one is not set */
  countOf(names: readonly string[]): number {
    this.#settle();
    this.#masks.join(names, this.#scratch);
    return this.#masks.count(this.#scratch);
  }

  /** Rows that pass, in row order: those of rank skip..skip+limit-1. */
  rows(skip = 0, limit = this.rowCount): Uint32Array {
    this.#mask();
    const {out} = this.#rowBuffers();
    const length = this.#kernels.run.maskRows(this.#passing, this.#masks.bytes, skip, limit, out);
    return this.#kernels.words(out, length).slice();
  }

  /** Rows that pass, in the order of `order`, a list of row numbers without repeats. */
  rowsInOrder(order: Uint32Array): Uint32Array {
    this.#mask();
    const buffers = this.#rowBuffers();
    this.#kernels.words(buffers.order, order.length).set(order);
    const length = this.#kernels.run.maskOrdered(this.#passing, buffers.order, order.length, buffers.out);
    return this.#kernels.words(buffers.out, length).slice();
  }

  /** A copy of the mask of the rows that pass. */
  mask(): Uint8Array {
    this.#mask();
    return this.#kernels.bytes(this.#passing, this.#masks.bytes).slice();
  }

  #column(name: string): BinnedColumn {
    const column = this.#columns.get(name);
    if (!column) throw new Error(`invalid column: ${name}`);
    return column;
  }

  #rowBuffers(): {readonly order: number; readonly out: number} {
    const bytes = 4 * (this.rowCount + 1);
    this.#buffers ??= {order: this.#kernels.allocate(bytes), out: this.#kernels.allocate(bytes)};
    return this.#buffers;
  }

  #writeRange({name, values, bins, codes}: BinnedColumn, range: Range): void {
    const out = this.#masks.open(name);
    const {bytes} = this.#masks;
    const limits = codesOfRange(bins, range);
    if (limits)
      this.#kernels.run.maskOfRange(codes, bytes * 8, limits.low, limits.high, Number(range.keepMissing), out);
    else writeRangeMask(values, range, this.#kernels.bytes(out, bytes));
  }

  /** Writes to `out` the rows that a column's histogram counts: those that pass every other filter. */
  #joinOthers(names: readonly string[], out: number): void {
    this.#masks.join(
      this.filters.filter((filter) => !names.includes(filter)),
      out
    );
  }

  #openCube(active: BinnedColumn): void {
    this.#leaveCube();
    this.#recount(active);
    this.#cube.open(active);
  }

  #writeFromCube(column: BinnedColumn): void {
    this.#cube.write(column, this.#masks.bytes * 8, () => {
      this.#joinOthers([this.#cube.name ?? "", column.name], this.#scratch);
      return this.#scratch;
    });
    // The mask of what its counters count is behind them now.
    this.#isSettled = false;
  }

  #leaveCube(): void {
    this.#settle();
    this.#cube.close();
  }

  /** Lets the masks catch up with the counts that the cube gave. */
  #settle(): void {
    if (this.#isSettled || this.#cube.name === null) return;
    const active = this.#column(this.#cube.name);
    const range = this.#ranges.get(active.name);
    const written = new Set<unknown>(this.#cube.written);
    const counted = [...this.#columns.values()].filter((column) => written.has(column));
    for (const column of counted) this.#writeFromCube(column);
    if (range) this.#writeRange(active, range);
    for (const {name, shown} of counted) this.#joinOthers([name], shown);
    this.#isSettled = true;
    this.#isMasked = false;
  }

  #mask(): void {
    this.#settle();
    if (this.#isMasked) return;
    this.#masks.join(this.filters, this.#passing);
    this.#isMasked = true;
  }

  /** Lets the counters of a column catch up with the filters. */
  #recount({name, codes, counts, shown}: BinnedColumn): void {
    this.#mask();
    const {run} = this.#kernels;
    const {bytes} = this.#masks;
    const isFiltered = this.#masks.has(name);
    if (isFiltered) this.#joinOthers([name], this.#scratch);
    const seen = isFiltered ? this.#scratch : this.#passing;
    const changed = run.maskDistance(shown, seen, bytes);
    if (changed === 0) return;
    if (changed < this.rowCount * RECOUNT_SHARE) run.histogramChange(codes, shown, seen, bytes, counts);
    else run.histogram(codes, seen, bytes * 8, this.#ground.lanes, counts);
    this.#masks.copy(seen, shown);
  }
}
