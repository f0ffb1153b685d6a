import type {Column, Row, Table} from "./table.js";
import {type Cell, columnAt, columnCell, columnCells, columnLength, eachCell, type TextColumn} from "./text-column.js";
import {TextPack} from "./text-pack.js";

type Columns = Readonly<Record<string, Column>>;
/** A column that joins a set later: numbers with NaN for missing, or cells with null. */
export interface AddedColumn {
  readonly name: string;
  readonly column: Column;
  readonly values: Float64Array | TextColumn;
}

const isNumeric = ({type}: Column): boolean => type !== "VARCHAR" && type !== "BOOLEAN";
const FIRST_CAPACITY = 1024;

/**
 * Rows of a table kept by column: numbers in typed arrays (NaN is missing), texts packed as bytes. Rows are added in order
 * and never changed. A set of a million compounds is so a few dozen blocks of memory, and no object for each row or text.
 */
export class ColumnSet<C extends Columns = Columns> {
  readonly table: Table<C>;
  readonly #numbers = new Map<string, Float64Array>();
  readonly #others = new Map<string, TextColumn>();
  /** Columns of texts that rows were added to; they stand for those of the same name in `#others`. */
  readonly #packs = new Map<string, TextPack>();
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
      const length = values && (values instanceof Float64Array ? values.length : columnLength(values));
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
    if (!numbers) this.#putOther(name, value ?? null);
    else if (value === null || value === undefined) numbers[this.#rowCount] = NaN;
    else if (typeof value === "number") numbers[this.#rowCount] = value;
    else throw new Error(`invalid ${name}: ${String(value)}`);
  }

  #putOther(name: string, value: Cell): void {
    if (this.table.columns[name]?.type === "BOOLEAN") this.#list(name).push(value);
    else this.#pack(name).push(value === null ? null : String(value));
  }

  /** The list of a column that is neither numeric nor text. */
  #list(name: string): Cell[] {
    const list = columnCells(this.#others.get(name) ?? []);
    this.#others.set(name, list);
    return list;
  }

  /** The growing form of a column of texts; what it had is copied once. */
  #pack(name: string): TextPack {
    const known = this.#packs.get(name);
    if (known) return known;
    const pack = new TextPack();
    eachCell(this.#others.get(name) ?? [], (cell) => {
      pack.push(cell === null ? null : String(cell));
    });
    this.#packs.set(name, pack);
    this.#others.set(name, []);
    return pack;
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

  /**
   * All cells of a column that is not numeric, as a list, not to be changed: a million strings where it is long. `cell`
   * gives one, `textColumn` all without making strings.
   *
   * @throws when there is no such column
   */
  texts(name: string): Cell[] {
    return columnCells(this.textColumn(name));
  }

  /**
   * A column that is not numeric as it is kept; shared, good until the next `append`, and the same object until then.
   *
   * @throws when there is none
   */
  textColumn(name: string): TextColumn {
    const texts = this.#packs.get(name)?.texts ?? this.#others.get(name);
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
    const others = this.#packs.get(name)?.texts ?? this.#others.get(name);
    if (!others) throw new Error(`invalid column: ${name}`);
    return columnCell(others, row);
  }

  /**
   * A set of the given rows in the given order; this one is left as it is.
   *
   * @param order row numbers of this set; one that it does not hold gives a row of missing cells
   * @param pause awaited after each column, and within long ones, so that a page can answer meanwhile
   */
  async inOrder(order: Uint32Array, pause: () => Promise<void> = () => Promise.resolve()): Promise<ColumnSet<C>> {
    const numbers: Record<string, Float64Array> = {};
    const others: Record<string, TextColumn> = {};
    for (const name of Object.keys(this.table.columns)) {
      if (this.#numbers.has(name)) numbers[name] = numbersAt(this.numbers(name), order);
      else others[name] = await columnAt(this.textColumn(name), order, pause);
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
    const texts = [...this.#others.keys()].filter((own) => own in kept);
    const others = Object.fromEntries(texts.map((own) => [own, this.textColumn(own)]));
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
