import {type Cell, ColumnSet} from "../tables/column-set.js";
import {compounds} from "../tables/compounds.js";
import {type Column, defineTable, optional, required} from "../tables/table.js";
import {groupDuplicates} from "./group-duplicates.js";
import {OwnColumn} from "./own-column.js";
import {OWN_PREFIX, ownNames} from "./own-names.js";
import {inSlices, type Pause, RowChunks} from "./row-chunks.js";
import type {Screened} from "./screen.js";

/** What became of some records of one file, with what the user's file said beside them. */
export interface ScreenedBatch extends Screened {
  /** Place in the whole input of the record of each row, from 0: files one after another, in the order given. */
  readonly places: readonly number[];
  /** The user's own data of each row, at the places of `fields`. */
  readonly data: readonly (readonly (string | null)[] | undefined)[];
  /** Names of the user's own columns known so far. */
  readonly fields: readonly string[];
}

/** What is not kept of a set's rows. */
export interface OmittedColumns {
  /** Columns of the compound table. */
  readonly names: ReadonlySet<string>;
  /** True when the user's own columns are left out. */
  readonly own: boolean;
}

/** True of the name of a column that the user's own file brought. */
export const isOwnColumn = (name: string): boolean => name.startsWith(OWN_PREFIX);

/** Columns that say which compounds of a file are one and the same. */
export const duplicateColumns = {
  duplicate_of: optional(
    "VARCHAR",
    "Same as",
    "The first compound of the file with the same InChIKey; missing for the first itself and for what occurs once."
  ),
  n_copies: required("INTEGER", "Copies", "Rows of the file that are this compound (same InChIKey), itself counted.")
} as const;

/**
 * The rows of one input as they come, in any order, and the set that they make: the columns of the compound table, which
 * rows are duplicates, and the user's own columns (`own_…`; numbers where all values are numbers, else text).
 */
export class ScreenedRows {
  readonly #columns: Readonly<Record<string, Column>>;
  readonly #rows: RowChunks;
  readonly #keepsOwn: boolean;
  readonly #own: OwnColumn[] = [];
  #places = new Float64Array(1024);

  /** @param omitted what is not kept of each row; nothing is left out unless told */
  constructor(omitted: OmittedColumns = {names: new Set(), own: false}) {
    const kept = Object.entries(compounds.columns).filter(([name]) => !omitted.names.has(name));
    this.#columns = Object.fromEntries(kept);
    this.#rows = new RowChunks(this.#columns);
    this.#keepsOwn = !omitted.own;
  }

  get rowCount(): number {
    return this.#rows.rowCount;
  }

  append({rows, places, data, fields}: ScreenedBatch): void {
    const first = this.#rows.rowCount;
    this.#rows.append(rows);
    if (this.#rows.rowCount > this.#places.length) {
      const larger = new Float64Array(this.#rows.rowCount * 2);
      larger.set(this.#places);
      this.#places = larger;
    }
    this.#places.set(places, first);
    if (!this.#keepsOwn) return;
    for (const name of fields.slice(this.#own.length)) this.#own.push(new OwnColumn(name));
    data.forEach((values, index) => {
      values?.forEach((value, column) => {
        if (value !== null) this.#own[column]?.put(first + index, value);
      });
    });
  }

  /**
   * The set of the rows so far, in the order of the input; it shares nothing with later ones.
   *
   * @param pause awaited now and then, so that a page can answer meanwhile
   * @param isLast no row comes any more: what the set has taken is let go here, so that nothing is held twice
   */
  async columnSet(pause: Pause = () => Promise.resolve(), isLast = false): Promise<ColumnSet> {
    const {rowCount} = this.#rows;
    const own = this.#ownColumns();
    const order = await this.#order(rowCount, pause);
    const numbers: Record<string, Float64Array> = {};
    const others: Record<string, Cell[]> = {};
    for (const name of Object.keys(this.#columns)) {
      if (this.#rows.isNumeric(name)) numbers[name] = await this.#rows.numbers(name, order, pause);
      else others[name] = await this.#rows.cells(name, order, pause);
      if (isLast) this.#rows.forget(name);
    }
    Object.assign(numbers, await countCopies(others, pause));
    const columns: Record<string, Column> = {...this.#columns, ...duplicateColumns};
    for (const [name, column] of own) {
      // A value that comes meanwhile may make it text: what is read here stays what it was at the beginning.
      columns[name] = ownContract(column);
      if (column.isNumeric) numbers[name] = await column.numbers(order, pause);
      else others[name] = await column.texts(order, pause);
    }
    return ColumnSet.of(defineTable(compounds.name, compounds.about, columns), rowCount, numbers, others);
  }

  /** Rows in the order of the input: places are whole numbers, none twice. */
  async #order(rowCount: number, pause: Pause): Promise<Uint32Array> {
    const places = this.#places.slice(0, rowCount);
    let last = -1;
    for (const place of places) if (place > last) last = place;
    const rowOf = new Int32Array(last + 1).fill(-1);
    await inSlices(rowCount, pause, (from, to) => {
      for (let row = from; row < to; row++) rowOf[places[row] ?? 0] = row;
    });
    const order = new Uint32Array(rowCount);
    let at = 0;
    await inSlices(rowOf.length, pause, (from, to) => {
      for (let place = from; place < to; place++) {
        const row = rowOf[place] ?? -1;
        if (row >= 0) order[at++] = row;
      }
    });
    return order;
  }

  #ownColumns(): [name: string, column: OwnColumn][] {
    const names = ownNames(this.#own.map(({name}) => name));
    return this.#own.map((column, at) => [names[at] ?? "", column]);
  }
}

/** Adds to the cells of a set which rows are the same as an earlier one; gives how often each occurs. */
async function countCopies(others: Record<string, Cell[]>, pause: Pause): Promise<{n_copies: Float64Array}> {
  const {inchikey = [], compound_id: ids = []} = others;
  const {firsts, copies} = await groupDuplicates(inchikey, pause);
  const same: Cell[] = [];
  await inSlices(firsts.length, pause, (from, to) => {
    for (let row = from; row < to; row++) same.push(firsts[row] === row ? null : (ids[firsts[row] ?? 0] ?? null));
  });
  others["duplicate_of"] = same;
  return {n_copies: Float64Array.from(copies)};
}

function ownContract({name, isNumeric}: OwnColumn): Column {
  const about = `Column “${name}” of the file, as it was given.`;
  return isNumeric ? optional("DOUBLE", name, about) : optional("VARCHAR", name, about);
}
