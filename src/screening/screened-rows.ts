import {sortRows} from "../kernels/sort-rows.js";
import {ColumnSet} from "../tables/column-set.js";
import {compounds} from "../tables/compounds.js";
import {type Column, defineTable, optional, required} from "../tables/table.js";
import {type Duplicates, groupDuplicates} from "./group-duplicates.js";
import {OwnColumn} from "./own-column.js";
import {OWN_PREFIX, ownNames} from "./own-names.js";
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
  readonly #rows = new ColumnSet(compounds);
  readonly #own: OwnColumn[] = [];
  #places = new Float64Array(1024);

  get rowCount(): number {
    return this.#rows.rowCount;
  }

  append({rows, places, data, fields}: ScreenedBatch): void {
    const first = this.#rows.rowCount;
    this.#rows.append(rows);
    for (const name of fields.slice(this.#own.length)) this.#own.push(new OwnColumn(name));
    if (this.#rows.rowCount > this.#places.length) {
      const larger = new Float64Array(this.#rows.rowCount * 2);
      larger.set(this.#places);
      this.#places = larger;
    }
    this.#places.set(places, first);
    data.forEach((values, index) => {
      values?.forEach((value, column) => {
        if (value !== null) this.#own[column]?.put(first + index, value);
      });
    });
  }

  /**
   * The set of the rows so far, in the order of the input; it shares nothing with later ones.
   *
   * @param pause awaited after each column, so that a page can answer meanwhile
   */
  async columnSet(pause: () => Promise<void> = () => Promise.resolve()): Promise<ColumnSet> {
    const {rowCount} = this.#rows;
    const numbers: Record<string, Float64Array> = {};
    const others: Record<string, (string | number | boolean | null)[]> = {};
    for (const name of Object.keys(compounds.columns)) {
      if (this.#rows.numericNames.includes(name)) numbers[name] = this.#rows.numbers(name);
      else others[name] = this.#rows.texts(name);
    }
    const order = sortRows(this.#places.slice(0, rowCount));
    const {firsts, copies} = this.#duplicates(order);
    const ids = this.#rows.texts("compound_id");
    others["duplicate_of"] = ids.map((_, row) => (firsts[row] === row ? null : (ids[firsts[row] ?? 0] ?? null)));
    numbers["n_copies"] = Float64Array.from(copies);
    const own = Object.entries(this.#ownColumns());
    for (const [name, [, column]] of own) {
      if (column.isNumeric) numbers[name] = column.numbers(rowCount);
      else others[name] = column.texts(rowCount);
    }
    const added = Object.fromEntries(own.map(([name, [contract]]): [string, Column] => [name, contract]));
    const columns: Record<string, Column> = {...compounds.columns, ...duplicateColumns, ...added};
    const table = defineTable(compounds.name, compounds.about, columns);
    return ColumnSet.of(table, rowCount, numbers, others).inOrder(order, pause);
  }

  /** Duplicates by rows as they came; the first of a group is the first of the input. */
  #duplicates(order: Uint32Array): Duplicates {
    const keys = this.#rows.texts("inchikey");
    const sorted = groupDuplicates(Array.from(order, (row) => keys[row] as string | null));
    const [firsts, copies] = [new Uint32Array(order.length), new Uint32Array(order.length)];
    order.forEach((row, place) => {
      firsts[row] = order[sorted.firsts[place] ?? 0] ?? row;
      copies[row] = sorted.copies[place] ?? 1;
    });
    return {firsts, copies};
  }

  #ownColumns(): Record<string, [Column, OwnColumn]> {
    const names = ownNames(this.#own.map(({name}) => name));
    return Object.fromEntries(this.#own.map((column, at) => [names[at] ?? "", [ownContract(column), column]]));
  }
}

function ownContract({name, isNumeric}: OwnColumn): Column {
  const about = `Column “${name}” of the file, as it was given.`;
  return isNumeric ? optional("DOUBLE", name, about) : optional("VARCHAR", name, about);
}
