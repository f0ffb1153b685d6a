import {doAtOnce, type SlicedWork} from "../base/sliced-work.js";
import {MISSING_TEXT, type PackedTexts, textStart} from "./packed-texts.js";

const FIRST_ROWS = 16;
const FIRST_BYTES = 256;
/** A place in the bytes is a 32-bit number. */
const MOST_BYTES = 2 ** 32 - 1;
/** UTF-8 needs up to so many bytes for one unit of a JavaScript string. */
const BYTES_A_UNIT = 3;
const ASCII_END = 128;
/** Fewer bytes are copied faster one by one. */
const SHORT = 48;
/** Rows taken between two places where the work may be left for a while. */
const SLICE = 1 << 15;
const ENCODER = new TextEncoder();

/** Texts packed as they come; memory grows by doubling. */
export class TextPack {
  #bytes: Uint8Array<ArrayBuffer>;
  #ends: Uint32Array<ArrayBuffer>;
  #length = 0;
  #end = 0;
  #texts: PackedTexts | null = null;

  /** @param rows expected; @param bytes expected */
  constructor(rows = FIRST_ROWS, bytes = FIRST_BYTES) {
    this.#ends = new Uint32Array(rows);
    this.#bytes = new Uint8Array(bytes);
  }

  get length(): number {
    return this.#length;
  }

  /** Bytes of all texts. */
  get textBytes(): number {
    return this.#end;
  }

  /** The texts so far: a view, the same one until a text is added; it stays as it is afterwards. */
  get texts(): PackedTexts {
    this.#texts ??= {bytes: this.#bytes.subarray(0, this.#end), ends: this.#ends.subarray(0, this.#length)};
    return this.#texts;
  }

  /** The texts so far in memory of their own, as little as they need. */
  trimmed(): PackedTexts {
    return {bytes: this.#bytes.slice(0, this.#end), ends: this.#ends.slice(0, this.#length)};
  }

  /** Adds a text; null is missing. @throws when all texts are longer than 4 GB */
  push(text: string | null): void {
    this.#reserve(1, text === null ? 1 : text.length * BYTES_A_UNIT);
    if (text === null) this.#bytes[this.#end++] = MISSING_TEXT;
    else this.#write(text);
    this.#ends[this.#length++] = this.#end;
  }

  /** Adds missing texts until there are so many rows. */
  padTo(rows: number): void {
    while (this.#length < rows) this.push(null);
  }

  /** Adds rows of other texts; one that is not there is missing. @param to not included */
  pushRows(texts: PackedTexts, from: number, to: number): void {
    const last = Math.min(to, texts.ends.length);
    if (from < last) this.#copy(texts, from, last);
    for (let row = Math.max(from, last); row < to; row++) this.push(null);
  }

  #copy(texts: PackedTexts, from: number, to: number): void {
    const start = textStart(texts, from);
    const end = texts.ends[to - 1] ?? start;
    this.#reserve(to - from, end - start);
    const move = this.#end - start;
    if (end - start > SHORT) this.#bytes.set(texts.bytes.subarray(start, end), this.#end);
    else for (let at = start; at < end; at++) this.#bytes[at + move] = texts.bytes[at] ?? 0;
    for (let row = from; row < to; row++) this.#ends[this.#length++] = (texts.ends[row] ?? 0) + move;
    this.#end += end - start;
  }

  #write(text: string): void {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit >= ASCII_END) {
        this.#end += ENCODER.encodeInto(text, this.#bytes.subarray(this.#end)).written;
        return;
      }
      this.#bytes[this.#end + at] = unit;
    }
    this.#end += text.length;
  }

  #reserve(rows: number, bytes: number): void {
    this.#texts = null;
    if (this.#length + rows > this.#ends.length) {
      const larger = new Uint32Array(Math.max(this.#length + rows, this.#ends.length * 2));
      larger.set(this.#ends);
      this.#ends = larger;
    }
    const needed = this.#end + bytes;
    if (needed <= this.#bytes.length) return;
    if (needed > MOST_BYTES) throw new Error("a column of texts is longer than 4 GB");
    const larger = new Uint8Array(Math.min(MOST_BYTES, Math.max(needed, this.#bytes.length * 2)));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** Packs texts; null is missing. */
export function packTexts(texts: Iterable<string | null>): PackedTexts {
  const pack = new TextPack();
  for (const text of texts) pack.push(text);
  return pack.texts;
}

/** Texts of the given rows in the given order, with memory of their own; a row that is not there is missing. */
export const textsAt = (texts: PackedTexts, order: Uint32Array): PackedTexts => doAtOnce(takingTexts(texts, order));

/** As `textsAt`, in slices. */
export function* takingTexts(texts: PackedTexts, order: Uint32Array): SlicedWork<PackedTexts> {
  let bytes = 0;
  for (let at = 0; at < order.length; at++) {
    const start = textStart(texts, order[at] ?? 0);
    bytes += (texts.ends[order[at] ?? 0] ?? start + 1) - start;
    if (at % SLICE === SLICE - 1) yield;
  }
  const pack = new TextPack(order.length, bytes);
  for (let at = 0; at < order.length;) {
    const row = order[at] ?? 0;
    const most = Math.min(order.length - at, SLICE - (at % SLICE));
    let run = 1;
    while (run < most && order[at + run] === row + run) run++;
    pack.pushRows(texts, row, row + run);
    at += run;
    if (at % SLICE === 0) yield;
  }
  return pack.texts;
}
