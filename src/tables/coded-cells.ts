import {doAtOnce, type SlicedWork} from "../base/sliced-work.js";
import {MISSING_TEXT, type PackedTexts, textAt} from "./packed-texts.js";

/** Cells of a column with few different texts, one byte each; a code without a word is missing. */
export interface CodedCells {
  readonly codes: Uint8Array;
  readonly words: readonly string[];
}

/** The code that never has a word: there are up to 255 words. */
const NO_WORD = 255;
/** Rows between two places where the work may be left for a while. */
const SLICE = 1 << 15;

/** One cell; null where missing. */
export const cellOf = ({codes, words}: CodedCells, row: number): string | null => words[codes[row] ?? -1] ?? null;

/** All cells as a list. */
export function cellsOf({codes, words}: CodedCells): (string | null)[] {
  const cells: (string | null)[] = [];
  for (const code of codes) cells.push(words[code] ?? null);
  return cells;
}

/** Codes of the given rows; a row that is not there is missing. */
export function codesAt({codes, words}: CodedCells, rows: Uint32Array): CodedCells {
  const taken = new Uint8Array(rows.length);
  for (let at = 0; at < rows.length; at++) taken[at] = codes[rows[at] ?? 0] ?? words.length;
  return {codes: taken, words};
}

/** Texts as codes; null when more than 255 are different, which shows after the first few hundred rows as a rule. */
export const codeTexts = (texts: PackedTexts): CodedCells | null => doAtOnce(codingTexts(texts));

/** As `codeTexts`, in slices. */
export function* codingTexts(texts: PackedTexts): SlicedWork<CodedCells | null> {
  const codes = new Uint8Array(texts.ends.length);
  const words = new Words(texts);
  for (let row = 0, start = 0; row < codes.length; row++) {
    const end = texts.ends[row] ?? start;
    const code = words.codeOf(row, start, end);
    if (code === null) return null;
    codes[row] = code;
    start = end;
    if (row % SLICE === SLICE - 1) yield;
  }
  return {codes, words: words.list};
}

/** The different texts of a column, as they are met. */
class Words {
  readonly list: string[] = [];
  /** The first row with each word. */
  readonly #rows: number[] = [];
  readonly #alike = new Map<number, number[]>();

  constructor(readonly texts: PackedTexts) {}

  /** The code of the text of a row; null when it is one word too many. */
  codeOf(row: number, start: number, end: number): number | null {
    const {bytes} = this.texts;
    if (end > start && bytes[start] === MISSING_TEXT) return NO_WORD;
    const hash = hashBytes(bytes, start, end);
    const alike = this.#alike.get(hash) ?? [];
    for (const code of alike) if (isSame(this.texts, this.#rows[code] ?? 0, start, end)) return code;
    if (this.list.length === NO_WORD) return null;
    this.#alike.set(hash, [...alike, this.list.length]);
    this.#rows.push(row);
    return this.list.push(textAt(this.texts, row) ?? "") - 1;
  }
}

/** A mark of some bytes (FNV-1a), 32 bits. */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash >>> 0;
}

/** True when the text of a row is that of the bytes from `start` to `end`. */
export function isSame({bytes, ends}: PackedTexts, row: number, start: number, end: number): boolean {
  const own = row === 0 ? 0 : (ends[row - 1] ?? 0);
  if ((ends[row] ?? own) - own !== end - start) return false;
  for (let at = start, other = own; at < end; at++, other++) if (bytes[at] !== bytes[other]) return false;
  return true;
}
