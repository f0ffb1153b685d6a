import {type PackedTexts, textAt} from "../tables/packed-texts.js";
import {takingTexts, TextPack} from "../tables/text-pack.js";
import {doInSlices} from "../base/sliced-work.js";
import {inSlices, type Pause} from "./row-chunks.js";

/** A cell of a user's own column. */
export type OwnCell = string | number | null;

/** Decimal numbers as people and programs write them. A leading zero is an identifier's, and so are very long integers. */
const NUMBER = /^[+-]?(?:(?:0|[1-9]\d{0,14})(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
/** What programs write for "no value" in a column of numbers. */
const MISSING = /^(?:na|n\/a|nan|null|none|-|\?)$/i;
/** True of a value that a column of numbers may hold: a number, or a word for "no value". */
export const mayBeNumber = (value: string): boolean => NUMBER.test(value) || MISSING.test(value);

/** The number that a value of a column of numbers stands for; null for a word that says "no value". */
export const ownNumber = (value: string): number | null => (MISSING.test(value) ? null : Number(value));

/**
 * One of the user's own columns as it fills, row after row: a column of numbers as long as every value is one,
 * a column of texts, exactly as given, from the first value that is not.
 */
export class OwnColumn {
  #numbers = new Float64Array(1024).fill(NaN);
  /** Values that a number does not write back as they were given: kept while the column may still become text. */
  #written = new TextPack();
  #texts: TextPack | null = null;
  #count = 0;
  /** The last row set, and one. */
  #rows = 0;

  constructor(
    /** The name as the input has it. */
    readonly name: string
  ) {}

  get isNumeric(): boolean {
    return this.#texts === null && this.#count > 0;
  }

  /** Sets the value of a row; rows that are never set are missing. @throws when the row is not beyond those set before */
  put(row: number, value: string): void {
    if (row < this.#rows) throw new Error(`invalid row: ${String(row)}`);
    const isMissing = MISSING.test(value);
    if (!this.#texts && !isMissing && !NUMBER.test(value)) this.#becomeText();
    this.#rows = row + 1;
    if (this.#texts) add(this.#texts, row, value);
    else this.#putNumber(row, isMissing ? NaN : Number(value), value);
  }

  #putNumber(row: number, number: number, value: string): void {
    if (Number.isNaN(number) || String(number) !== value) add(this.#written, row, value);
    this.#reserve(row);
    this.#numbers[row] = number;
    if (!Number.isNaN(number)) this.#count++;
  }

  /** Numbers in an order of rows, NaN where missing. @throws when the column is not numeric */
  async numbers(order: Uint32Array, pause: Pause = () => Promise.resolve()): Promise<Float64Array> {
    if (!this.isNumeric) throw new Error(`invalid numeric column: ${this.name}`);
    const numbers = this.#numbers;
    const taken = new Float64Array(order.length);
    await inSlices(order.length, pause, (from, to) => {
      for (let i = from; i < to; i++) taken[i] = numbers[order[i] ?? 0] ?? NaN;
    });
    return taken;
  }

  /** Texts in an order of rows. */
  texts(order: Uint32Array, pause: Pause = () => Promise.resolve()): Promise<PackedTexts> {
    return doInSlices(takingTexts((this.#texts ?? this.#asTexts()).texts, order), pause);
  }

  #becomeText(): void {
    this.#texts = this.#asTexts();
    this.#numbers = new Float64Array();
    this.#written = new TextPack();
  }

  #asTexts(): TextPack {
    const {texts: written} = this.#written;
    const pack = new TextPack();
    this.#numbers.subarray(0, this.#rows).forEach((value, row) => {
      pack.push(textAt(written, row) ?? (Number.isNaN(value) ? null : String(value)));
    });
    return pack;
  }

  #reserve(row: number): void {
    if (row < this.#numbers.length) return;
    const larger = new Float64Array(Math.max(row + 1, this.#numbers.length * 2)).fill(NaN);
    larger.set(this.#numbers);
    this.#numbers = larger;
  }
}

function add(texts: TextPack, row: number, value: string): void {
  texts.padTo(row);
  texts.push(value);
}
