import type {Issue} from "../base/issue.js";
import {doInSlices} from "../base/sliced-work.js";
import {codingTexts} from "../tables/coded-cells.js";
import {ColumnSet} from "../tables/column-set.js";
import {compounds} from "../tables/compounds.js";
import type {PackedTexts} from "../tables/packed-texts.js";
import {type Column, defineTable, optional, required} from "../tables/table.js";
import type {TextColumn} from "../tables/text-column.js";
import {TextPack} from "../tables/text-pack.js";
import {groupDuplicates} from "./group-duplicates.js";
import {OwnColumn} from "./own-column.js";
import {OWN_PREFIX, ownNames} from "./own-names.js";
import {dataAt, fieldCountOf, type PackedRecords} from "./packed-records.js";
import type {PackedRows} from "./packed-rows.js";
import {inSlices, type Pause, RowChunks} from "./row-chunks.js";
import {type RowPiece, RowPile} from "./row-pile.js";

/** What became of some records of one file. */
export interface ScreenedBatch {
  /** What was screened, with what the user's file said beside it. */
  readonly records: PackedRecords;
  /** Place of the first record in the whole input, from 0: files one after another, in the order given. */
  readonly first: number;
  /** Their rows, in the order of the records; more than one piece where the batch had to be divided. */
  readonly rows: readonly PackedRows[];
  readonly issues: readonly Issue[];
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
  readonly #pile = new RowPile();
  #forSearches: RowPiece[] | null = null;

  /** @param omitted what is not kept of each row; nothing is left out unless told */
  constructor(omitted: OmittedColumns = {names: new Set(), own: false}) {
    const kept = Object.entries(compounds.columns).filter(([name]) => !omitted.names.has(name));
    this.#columns = Object.fromEntries(kept);
    this.#rows = new RowChunks((name) => !omitted.names.has(name));
    this.#keepsOwn = !omitted.own;
  }

  get rowCount(): number {
    return this.#rows.rowCount;
  }

  /** What searches of the last set need of its rows; null before it, and when rows came without. */
  get forSearches(): readonly RowPiece[] | null {
    return this.#forSearches;
  }

  append({records, first, rows, fields}: ScreenedBatch): void {
    if (this.#keepsOwn) for (const name of fields.slice(this.#own.length)) this.#own.push(new OwnColumn(name));
    let record = 0;
    for (const piece of rows) {
      const firstRow = this.#rows.rowCount;
      this.#rows.append(piece);
      this.#pile.append(piece.forSearches, piece.count);
      this.#reserve(this.#rows.rowCount);
      for (let at = 0; at < piece.count; at++) {
        while (record < records.lines.length - 1 && records.lines[record] !== piece.lines[at]) record++;
        this.#places[firstRow + at] = first + record;
        if (this.#keepsOwn) this.#putData(records, record, firstRow + at);
      }
    }
  }

  #reserve(rowCount: number): void {
    if (rowCount <= this.#places.length) return;
    const larger = new Float64Array(rowCount * 2);
    larger.set(this.#places);
    this.#places = larger;
  }

  #putData(records: PackedRecords, record: number, row: number): void {
    for (let field = 0; field < fieldCountOf(records); field++) {
      const value = dataAt(records, record, field);
      if (value !== null) this.#own[field]?.put(row, value);
    }
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
    const others: Record<string, TextColumn> = {};
    const packed: Record<string, PackedTexts> = {};
    for (const name of Object.keys(this.#columns)) {
      if (this.#rows.isNumeric(name)) numbers[name] = await this.#rows.numbers(name, order, pause);
      else packed[name] = await this.#rows.texts(name, order, pause);
      if (isLast) this.#rows.forget(name);
    }
    const {n_copies, duplicate_of} = await findCopies(packed, pause);
    Object.assign(numbers, {n_copies});
    packed["duplicate_of"] = duplicate_of;
    const columns: Record<string, Column> = {...this.#columns, ...duplicateColumns};
    for (const [name, column] of own) {
      // A value that comes meanwhile may make it text: what is read here stays what it was at the beginning.
      columns[name] = ownContract(column);
      if (column.isNumeric) numbers[name] = await column.numbers(order, pause);
      else packed[name] = await column.texts(order, pause);
    }
    for (const [name, texts] of Object.entries(packed)) {
      others[name] = (await doInSlices(codingTexts(texts), pause)) ?? texts;
    }
    if (isLast) {
      this.#own.length = 0;
      this.#forSearches = this.#pile.take(order);
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

interface Copies {
  readonly n_copies: Float64Array;
  readonly duplicate_of: PackedTexts;
}

/** Which rows are the same as an earlier one, and how often each occurs. */
async function findCopies({inchikey, compound_id: ids}: Record<string, PackedTexts>, pause: Pause): Promise<Copies> {
  if (!inchikey || !ids) throw new Error("invalid columns: neither inchikey nor compound_id may be left out");
  const {firsts, copies} = await groupDuplicates(inchikey, pause);
  const same = new TextPack(firsts.length, firsts.length);
  await inSlices(firsts.length, pause, (from, to) => {
    for (let row = from; row < to; row++) {
      const first = firsts[row] ?? row;
      if (first === row) same.push(null);
      else same.pushRows(ids, first, first + 1);
    }
  });
  return {n_copies: new Float64Array(copies), duplicate_of: same.texts};
}

function ownContract({name, isNumeric}: OwnColumn): Column {
  const about = `Column “${name}” of the file, as it was given.`;
  return isNumeric ? optional("DOUBLE", name, about) : optional("VARCHAR", name, about);
}
