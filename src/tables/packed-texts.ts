/**
 * Texts of a column as UTF-8, one after another, so that a million of them are two blocks of memory and no strings. A
 * missing one is the byte 255, which UTF-8 never has; an empty one has no bytes. Lone halves of surrogate pairs, which no
 * encoding of files has, become U+FFFD.
 */
export interface PackedTexts {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where the text of each row ends; it begins where that of the row before ends. */
  readonly ends: Uint32Array<ArrayBuffer>;
}

/** The one byte of a missing text. */
export const MISSING_TEXT = 255;

const DECODER = new TextDecoder("utf-8", {ignoreBOM: true});
/** Bytes decoded at a time where all texts are wanted. */
const BLOCK_BYTES = 4096;

/** Where the text of a row begins; at the end for a row that is not there. */
export const textStart = ({bytes, ends}: PackedTexts, row: number): number =>
  row === 0 ? 0 : (ends[row - 1] ?? bytes.length);

/** One text; null where missing, and for a row that is not there. */
export function textAt(texts: PackedTexts, row: number): string | null {
  const end = texts.ends[row];
  if (end === undefined) return null;
  const start = textStart(texts, row);
  if (start === end) return "";
  return texts.bytes[start] === MISSING_TEXT ? null : DECODER.decode(texts.bytes.subarray(start, end));
}

/** Some texts that stand next to each other, as one string. */
export interface TextBlock {
  /** A character for each byte, where all letters are ASCII; U+FFFD stands for what is missing. Null where they are not. */
  readonly text: string | null;
  /** Place of its first byte. */
  readonly start: number;
  readonly first: number;
  /** Not included. */
  readonly last: number;
}

/** All texts in blocks of some 4 kB, a longer text being a block of its own. */
export function* textBlocks(texts: PackedTexts): Generator<TextBlock> {
  const {bytes, ends} = texts;
  for (let first = 0; first < ends.length;) {
    const start = textStart(texts, first);
    let last = first + 1;
    while (last < ends.length && (ends[last] ?? 0) - start <= BLOCK_BYTES) last++;
    const end = ends[last - 1] ?? start;
    const text = DECODER.decode(bytes.subarray(start, end));
    // Characters of several bytes are fewer than their bytes; a missing text is one of each.
    yield {text: text.length === end - start ? text : null, start, first, last};
    first = last;
  }
}

/** Takes every text in turn, faster than one by one; what is taken should not be kept for long. */
export function eachText(texts: PackedTexts, take: (text: string | null, row: number) => void): void {
  const {bytes, ends} = texts;
  for (const {text, start, first, last} of textBlocks(texts))
    for (let row = first, at = start; row < last; row++) {
      const next = ends[row] ?? at;
      if (next > at && bytes[at] === MISSING_TEXT) take(null, row);
      else take(text === null ? textAt(texts, row) : text.slice(at - start, next - start), row);
      at = next;
    }
}

/** All texts as a list, null where missing: strings of their own, that compare faster than parts of a block. */
export const allTexts = (texts: PackedTexts): (string | null)[] =>
  Array.from(texts.ends, (_, row) => textAt(texts, row));

/** The first row that has exactly this text; -1 when none has. */
export function findText(texts: PackedTexts, text: string): number {
  const wanted = new TextEncoder().encode(text);
  const {bytes, ends} = texts;
  for (let row = 0, start = 0; row < ends.length; row++) {
    const end = ends[row] ?? start;
    if (end - start === wanted.length && wanted.every((byte, at) => bytes[start + at] === byte)) return row;
    start = end;
  }
  return -1;
}

/** Buffers that are handed over, not copied, when a message is sent with texts of which nothing else keeps hold. */
export const buffersOfTexts = ({bytes, ends}: PackedTexts): ArrayBuffer[] => [bytes.buffer, ends.buffer];
