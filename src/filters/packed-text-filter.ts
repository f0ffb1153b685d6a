import {MISSING_TEXT, type PackedTexts, textAt, textBlocks} from "../tables/packed-texts.js";
import type {TextFilter} from "./filter-node.js";

const ASCII_END = 128;
/** Of each byte the lower-case letter; of bytes that are no letter by themselves, this. */
const NOT_PLAIN = 255;
const [UPPER_A, UPPER_Z, TO_LOWER] = [65, 90, 32];
const LOWER = Uint8Array.from({length: 256}, (_, byte) => {
  if (byte >= ASCII_END) return NOT_PLAIN;
  return byte >= UPPER_A && byte <= UPPER_Z ? byte + TO_LOWER : byte;
});

type Passes = (text: string | null) => boolean;
type Take = (row: number) => void;

/**
 * Takes the rows whose texts pass a filter that asks for a text, letters of either case alike, without making strings of
 * texts that are ASCII themselves.
 *
 * @param passes the filter on a string
 */
export function takePacked(
  texts: PackedTexts,
  {how, text, keepMissing}: Pick<TextFilter, "text" | "keepMissing"> & {readonly how: "contains" | "equals" | "starts"},
  passes: Passes,
  take: Take
): void {
  const wanted = text.toLowerCase();
  if (how === "contains" && wanted !== "" && !keepMissing) takeContaining(texts, wanted, passes, take);
  else takeComparing(texts, COMPARES[how](new TextEncoder().encode(wanted)), keepMissing, passes, take);
}

/** By the page's own search for a text in a block of many texts. */
function takeContaining(texts: PackedTexts, wanted: string, passes: Passes, take: Take): void {
  const isForeign = Array.from(wanted).some((letter) => letter.charCodeAt(0) >= ASCII_END);
  for (const {text, start, first, last} of textBlocks(texts)) {
    if (text === null) {
      for (let row = first; row < last; row++) if (passes(textAt(texts, row))) take(row);
      continue;
    }
    if (isForeign) continue;
    const block = text.toLowerCase();
    let row = first;
    for (let at = block.indexOf(wanted); at !== -1; at = block.indexOf(wanted, at)) {
      while ((texts.ends[row] ?? Infinity) <= start + at) row++;
      const end = (texts.ends[row] ?? 0) - start;
      if (at + wanted.length <= end) take(row);
      at = at + wanted.length <= end ? end : at + 1;
    }
  }
}

/** How the bytes of one text compare with what is asked for; null where letters beyond ASCII make it a question of words. */
type Compare = (bytes: Uint8Array, start: number, end: number) => boolean | null;

function takeComparing(texts: PackedTexts, compare: Compare, keepMissing: boolean, passes: Passes, take: Take): void {
  const {bytes, ends} = texts;
  for (let row = 0, start = 0; row < ends.length; row++) {
    const end = ends[row] ?? start;
    const isMissing = bytes[start] === MISSING_TEXT && end > start;
    const verdict = isMissing ? keepMissing : compare(bytes, start, end);
    if (verdict ?? passes(textAt(texts, row))) take(row);
    start = end;
  }
}

const COMPARES: Readonly<Record<"contains" | "equals" | "starts", (wanted: Uint8Array) => Compare>> = {
  contains: (wanted) => (bytes, start, end) => {
    for (let at = start; at + wanted.length <= end; at++) if (begins(bytes, at, end, wanted)) return true;
    return isPlain(bytes, start, end) ? false : null;
  },
  equals: (wanted) => (bytes, start, end) => {
    if (end - start === wanted.length && begins(bytes, start, end, wanted)) return true;
    return isPlain(bytes, start, end) ? false : null;
  },
  starts: (wanted) => (bytes, start, end) => {
    if (begins(bytes, start, end, wanted)) return true;
    return isPlain(bytes, start, Math.min(end, start + wanted.length)) ? false : null;
  }
};

/** Never so for letters beyond ASCII, which have several bytes. */
function begins(bytes: Uint8Array, start: number, end: number, wanted: Uint8Array): boolean {
  if (end - start < wanted.length) return false;
  for (let at = 0; at < wanted.length; at++) {
    const letter = LOWER[bytes[start + at] ?? 0];
    if (letter !== wanted[at] || letter === NOT_PLAIN) return false;
  }
  return true;
}

function isPlain(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (LOWER[bytes[at] ?? 0] === NOT_PLAIN) return false;
  return true;
}
