import {cellOf, cellsOf, type CodedCells, codesAt} from "./coded-cells.js";
import type {Column, Row, Table} from "./table.js";

type Columns = Readonly<Record<string, Column>>;
/** What a cell holds; null is missing. */
export type Cell = string | number | boolean | null;

/** The cells of a column that is not numeric: a list, or codes where few texts are repeated. */
export type TextColumn = Cell[] | CodedCells;

/** A column that joins a set later: numbers with NaN for missing, or cells with null. */
export interface AddedColumn {
  readonly name: string;
  readonly column: Column;
  readonly values: Float64Array | TextColumn;
}

const isNumeric = ({type}: Column): boolean => type !== "VARCHAR" && type !== "BOOLEAN";
const FIRST_CAPACITY = 1024;

/**
 * Rows of a table kept by column: numbers in typed arrays (NaN is missing), everything else in lists. Rows are added in
 * order and never changed. A set of a million compounds so takes a few hundred megabytes less than as objects.
 */
export class ColumnSet<C extends Columns = Columns> {
  readonly table: Table<C>;
  readonly #numbers = new Map<string, Float64Array>();
  readonly #others = new Map<string, TextColumn>();
  #rowCount = 0;
  #capacity = 0;

  constructor(table: Table<C>) {
    this.table = table;
    for (const [name, column] of Object.entries(table.columns)) {
      if (isNumeric(column)) this.#numbers.set(name, new Float64Array());
      else this.#others.set(name, []);
    }
  }

  /**
   * A set from whole columns, which it keeps without copying.
   *
   * @throws when a column is absent or has another length
   */
  static of<C extends Columns>(
    table: Table<C>,
    rowCount: number,
    numbers: Readonly<Record<string, Float64Array>>,
    others: Readonly<Record<string, TextColumn>>
  ): ColumnSet<C> {
    const set = new ColumnSet(table);
    for (const name of Object.keys(table.columns)) {
      const values = set.#numbers.has(name) ? numbers[name] : others[name];
      const length = values && ("codes" in values ? values.codes.length : values.length);
      if (!values || length !== rowCount) throw new Error(`invalid length of ${name}: ${String(length)}`);
      if (values instanceof Float64Array) set.#numbers.set(name, values);
      else set.#others.set(name, values);
    }
    set.#rowCount = rowCount;
    set.#capacity = rowCount;
    return set;
  }

  get rowCount(): number {
    return this.#rowCount;
  }

  /** Names of the numeric columns, in the order of the table. */
  get numericNames(): string[] {
    return [...this.#numbers.keys()];
  }

  /** Adds rows. @throws when a numeric cell is neither a number nor null */
  append(rows: readonly Row<Table<C>>[]): void {
    this.#reserve(this.#rowCount + rows.length);
    for (const row of rows) {
      for (const name of Object.keys(this.table.columns))
        this.#put(name, (row as Readonly<Record<string, Cell>>)[name]);
      this.#rowCount++;
    }
  }

  #put(name: string, value: Cell | undefined): void {
    const numbers = this.#numbers.get(name);
    if (!numbers) this.#list(name).push(value ?? null);
    else if (value === null || value === undefined) numbers[this.#rowCount] = NaN;
    else if (typeof value === "number") numbers[this.#rowCount] = value;
    else throw new Error(`invalid ${name}: ${String(value)}`);
  }

  /** The list of a column that is not numeric; codes are turned into one. */
  #list(name: string): Cell[] {
    const cells = this.#others.get(name) ?? [];
    if (Array.isArray(cells)) return cells;
    const list = cellsOf(cells);
    this.#others.set(name, list);
    return list;
  }

  #reserve(rowCount: number): void {
    if (rowCount <= this.#capacity) return;
    this.#capacity = Math.max(rowCount, this.#capacity * 2, FIRST_CAPACITY);
    for (const [name, old] of this.#numbers) {
      const larger = new Float64Array(this.#capacity);
      larger.set(old);
      this.#numbers.set(name, larger);
    }
  }

  /** Values of a numeric column, NaN where missing; a view, good until the next `append`. @throws when there is none */
  numbers(name: string): Float64Array {
    const numbers = this.#numbers.get(name);
    if (!numbers) throw new Error(`invalid numeric column: ${name}`);
    return numbers.subarray(0, this.#rowCount);
  }

  /** Cells of a column that is not numeric; good until the next `append`, not to be changed. @throws when there is none */
  texts(name: string): Cell[] {
    const texts = this.textColumn(name);
    return Array.isArray(texts) ? texts : cellsOf(texts);
  }

  /** A column that is not numeric as it is kept; shared, good until the next `append`. @throws when there is none */
  textColumn(name: string): TextColumn {
    const texts = this.#others.get(name);
    if (!texts) throw new Error(`invalid text column: ${name}`);
    return texts;
  }

  /** One cell; null where missing. @throws when there is no such column */
  cell(name: string, row: number): Cell {
    const numbers = this.#numbers.get(name);
    if (numbers) {
      const value = row < this.#rowCount ? (numbers[row] ?? NaN) : NaN;
      return Number.isNaN(value) ? null : value;
    }
    const others = this.#others.get(name);
    if (!others) throw new Error(`invalid column: ${name}`);
    return Array.isArray(others) ? (others[row] ?? null) : cellOf(others, row);
  }

  /**
   * A set of the given rows in the given order; this one is left as it is.
   *
   * @param order row numbers of this set; one that it does not hold gives a row of missing cells
   * @param pause awaited after each column, so that a page can answer meanwhile
   */
  async inOrder(order: Uint32Array, pause: () => Promise<void> = () => Promise.resolve()): Promise<ColumnSet<C>> {
    const numbers: Record<string, Float64Array> = {};
    const others: Record<string, TextColumn> = {};
    for (const name of Object.keys(this.table.columns)) {
      if (this.#numbers.has(name)) numbers[name] = numbersAt(this.numbers(name), order);
      else others[name] = textsAt(this.textColumn(name), order);
      await pause();
    }
    return ColumnSet.of(this.table, order.length, numbers, others);
  }

  /**
   * This set with more columns, or other values in columns that it has; everything else is shared, nothing is copied.
   *
   * @throws when a column has another length
   */
  withColumns(added: readonly AddedColumn[]): ColumnSet {
    const numbers: Record<string, Float64Array> = {};
    const others: Record<string, TextColumn> = {};
    for (const name of Object.keys(this.table.columns)) {
      if (this.#numbers.has(name)) numbers[name] = this.numbers(name);
      else others[name] = this.textColumn(name);
    }
    for (const {name, values} of added) {
      if (values instanceof Float64Array) numbers[name] = values;
      else others[name] = values;
    }
    const {name, about, columns} = this.table;
    const all = {...columns, ...Object.fromEntries(added.map(({name: own, column}) => [own, column]))};
    return ColumnSet.of<Columns>({name, about, columns: all}, this.#rowCount, numbers, others);
  }

  /** This set without some of its columns; the others are shared. */
  without(names: readonly string[]): ColumnSet {
    const {name, about, columns} = this.table;
    const kept = Object.fromEntries(Object.entries(columns).filter(([own]) => !names.includes(own)));
    const numbers = Object.fromEntries(
      this.numericNames.filter((own) => own in kept).map((own) => [own, this.numbers(own)])
    );
    const others = Object.fromEntries([...this.#others].filter(([own]) => own in kept));
    return ColumnSet.of<Columns>({name, about, columns: kept}, this.#rowCount, numbers, others);
  }

  /** One row as an object. */
  row(row: number): Row<Table<C>> {
    const cells = Object.keys(this.table.columns).map((name) => [name, this.cell(name, row)]);
    return Object.fromEntries(cells) as Row<Table<C>>;
  }
}

function numbersAt(values: Float64Array, order: Uint32Array): Float64Array {
  const taken = new Float64Array(order.length);
  for (let i = 0; i < order.length; i++) taken[i] = values[order[i] ?? 0] ?? NaN;
  return taken;
}

function textsAt(cells: TextColumn, order: Uint32Array): TextColumn {
  if (!Array.isArray(cells)) return codesAt(cells, order);
  const taken: Cell[] = [];
  for (const row of order) taken.push(cells[row] ?? null);
  return taken;
}
