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

/** Texts of a column shared with each other while they are few. */
const MOST_SHARED = 4096;

/**
 * One of the user's own columns as it fills, in any order of rows: a column of numbers as long as every value is one,
 * a column of texts, exactly as given, from the first value that is not.
 */
export class OwnColumn {
  #numbers = new Float64Array(1024).fill(NaN);
  /** Values that a number does not write back as they were given: kept while the column may still become text. */
  #written: Map<number, string> | null = new Map();
  #texts: (string | null)[] | null = null;
  readonly #shared = new Map<string, string>();
  #count = 0;

  constructor(
    /** The name as the input has it. */
    readonly name: string
  ) {}

  get isNumeric(): boolean {
    return this.#texts === null && this.#count > 0;
  }

  /** Sets the value of a row; rows that are never set are missing. */
  put(row: number, value: string): void {
    if (this.#texts) {
      this.#putText(this.#texts, row, value);
      return;
    }
    const isMissing = MISSING.test(value);
    if (!isMissing && !NUMBER.test(value)) {
      this.#texts = this.#asTexts();
      this.#putText(this.#texts, row, value);
      return;
    }
    this.#reserve(row);
    const number = isMissing ? NaN : Number(value);
    this.#numbers[row] = number;
    if (!isMissing) this.#count++;
    if (String(number) !== value) this.#written?.set(row, value);
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

  /** Texts in an order of rows, null where missing. */
  async texts(order: Uint32Array, pause: Pause = () => Promise.resolve()): Promise<(string | null)[]> {
    const texts = this.#texts ?? this.#asTexts();
    const taken: (string | null)[] = [];
    await inSlices(order.length, pause, (from, to) => {
      for (let i = from; i < to; i++) taken.push(texts[order[i] ?? 0] ?? null);
    });
    return taken;
  }

  #putText(texts: (string | null)[], row: number, value: string): void {
    const shared = this.#shared.get(value) ?? value;
    if (this.#shared.size < MOST_SHARED) this.#shared.set(value, shared);
    while (texts.length < row) texts.push(null);
    texts[row] = shared;
  }

  #asTexts(): (string | null)[] {
    const texts = Array.from(this.#numbers, (value, row): string | null => {
      const written = this.#written?.get(row);
      return written ?? (Number.isNaN(value) ? null : String(value));
    });
    this.#numbers = new Float64Array();
    this.#written = null;
    return texts;
  }

  #reserve(row: number): void {
    if (row < this.#numbers.length) return;
    const larger = new Float64Array(Math.max(row + 1, this.#numbers.length * 2)).fill(NaN);
    larger.set(this.#numbers);
    this.#numbers = larger;
  }
}
