import {inSlices, type Pause} from "./row-chunks.js";

/** Which rows are the same compound. */
export interface Duplicates {
  /** Row of the first of the same compound; the row's own number for the first itself and for what is alone. */
  readonly firsts: Uint32Array;
  /** Rows of the same compound, itself counted: 1 for what is alone. */
  readonly copies: Uint32Array;
}

/** Keys are spread over so many maps: one map of a million keys holds a page up each time it grows. */
const MAPS = 256;

/**
 * Groups rows by the InChIKey of their parents, so that tautomers which InChI takes for one and salts of one parent are
 * one compound; stereoisomers and isotopes are not. An empty key is like no other.
 *
 * @param pause awaited now and then, so that a page can answer meanwhile
 * @see Heller 2015 doi:10.1186/s13321-015-0068-4
 */
export async function groupDuplicates(
  inchikeys: readonly unknown[],
  pause: Pause = () => Promise.resolve()
): Promise<Duplicates> {
  const maps = Array.from({length: MAPS}, () => new Map<string, number>());
  const firsts = new Uint32Array(inchikeys.length);
  const copies = new Uint32Array(inchikeys.length);
  await inSlices(inchikeys.length, pause, (from, to) => {
    for (let row = from; row < to; row++) {
      const key = inchikeys[row];
      const first = typeof key === "string" && key !== "" ? firstOf(maps, key, row) : row;
      firsts[row] = first;
      copies[first] = (copies[first] ?? 0) + 1;
    }
  });
  await inSlices(inchikeys.length, pause, (from, to) => {
    for (let row = from; row < to; row++) copies[row] = copies[firsts[row] ?? 0] ?? 1;
  });
  return {firsts, copies};
}

function firstOf(maps: readonly Map<string, number>[], key: string, row: number): number {
  const map = maps[mapOf(key)];
  const known = map?.get(key);
  if (known === undefined) map?.set(key, row);
  return known ?? row;
}

/** By the first letters, which are as good as random; short keys have fewer. */
const mapOf = (key: string): number =>
  ((key.charCodeAt(0) * 31) ^ (key.charCodeAt(1) * 7) ^ (key.charCodeAt(2) | 0)) & (MAPS - 1);
