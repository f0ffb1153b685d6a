import {hashBytes, isSame} from "../tables/coded-cells.js";
import {MISSING_TEXT, type PackedTexts, textStart} from "../tables/packed-texts.js";
import {inSlices, type Pause} from "./row-chunks.js";

/** Which rows are the same compound. */
export interface Duplicates {
  /** Row of the first of the same compound; the row's own number for the first itself and for what is alone. */
  readonly firsts: Uint32Array;
  /** Rows of the same compound, itself counted: 1 for what is alone. */
  readonly copies: Uint32Array;
}

/** Places for each key, so that most keys are found at their first. */
const PLACES_A_KEY = 2;

/**
 * Groups rows by the InChIKey of their parents, so that tautomers which InChI takes for one and salts of one parent are
 * one compound; stereoisomers and isotopes are not. An empty or missing key is like no other. No strings are made: a
 * million in a map would hold a page up.
 *
 * @param pause awaited now and then, so that a page can answer meanwhile
 * @see Heller 2015 doi:10.1186/s13321-015-0068-4
 */
export async function groupDuplicates(
  inchikeys: PackedTexts,
  pause: Pause = () => Promise.resolve()
): Promise<Duplicates> {
  const count = inchikeys.ends.length;
  const rowOf = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2, count * PLACES_A_KEY)))).fill(-1);
  const firsts = new Uint32Array(count);
  const copies = new Uint32Array(count);
  await inSlices(count, pause, (from, to) => {
    for (let row = from; row < to; row++) {
      const first = firstOf(inchikeys, rowOf, row);
      firsts[row] = first;
      copies[first] = (copies[first] ?? 0) + 1;
    }
  });
  await inSlices(count, pause, (from, to) => {
    for (let row = from; row < to; row++) copies[row] = copies[firsts[row] ?? 0] ?? 1;
  });
  return {firsts, copies};
}

/** The first row with the key of a row, by a table of open addresses, at least half of which are free. */
function firstOf(keys: PackedTexts, rowOf: Int32Array, row: number): number {
  const start = textStart(keys, row);
  const end = keys.ends[row] ?? start;
  if (end === start || keys.bytes[start] === MISSING_TEXT) return row;
  const last = rowOf.length - 1;
  for (let place = hashBytes(keys.bytes, start, end) & last; ; place = (place + 1) & last) {
    const known = rowOf[place] ?? -1;
    if (known === -1) {
      rowOf[place] = row;
      return row;
    }
    if (isSame(keys, known, start, end)) return known;
  }
}
