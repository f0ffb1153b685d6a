import {seededRandom} from "../base/random.js";
import {compoundNumbers} from "../store/queries/project-compounds.js";
import {ColumnSet} from "../tables/column-set.js";
import {compounds} from "../tables/compounds.js";
import {type Column, defineTable} from "../tables/table.js";

const PATTERN = /^(\d{1,8})x(\d{1,2})$/;
/** Numbers that say where a row comes from, not what it is. */
const PLACES = ["line", "source_row", "first_approval"];

/**
 * A set of random numbers under the names of real columns, to measure the page with, e.g. "1000000x20": asked for by
 * `?measure=` in the address, and linked from nowhere. Null when the text asks for nothing.
 */
export function generatedSet(text: string): ColumnSet | null {
  const [, rows, count] = PATTERN.exec(text) ?? [];
  if (rows === undefined || count === undefined) return null;
  const names = compoundNumbers.filter((name) => !PLACES.includes(name)).slice(0, Number(count));
  const columns: [string, Column][] = Object.entries(compounds.columns);
  const kept = columns.filter(([name]) => name === "compound_id" || names.includes(name));
  const table = defineTable("generated", "One row per random row.", Object.fromEntries(kept));
  const random = seededRandom(1);
  const rowCount = Number(rows);
  const values = names.map((name): [string, Float64Array] => [
    name,
    Float64Array.from({length: rowCount}, () => (random() + random() + random()) * 100)
  ]);
  const ids = Array.from({length: rowCount}, (_, row) => row + 1);
  return ColumnSet.of(table, rowCount, Object.fromEntries(values), {compound_id: ids});
}

const CENTRES = 40;
const SET_BITS = 45;
const CHANGED_BITS = 14;

/** Made-up fingerprints around forty centres, row after row, for a set of made-up numbers. @param rowBytes bytes of a row */
export function generatedFingerprints(rowCount: number, rowBytes: number): Uint8Array {
  const random = seededRandom(2);
  const bit = (): number => Math.floor(random() * rowBytes * 8);
  const centres = Array.from({length: CENTRES}, () => Array.from({length: SET_BITS}, bit));
  const bytes = new Uint8Array(rowCount * rowBytes);
  for (let row = 0; row < rowCount; row++) {
    const kept = centres[row % CENTRES]?.slice(CHANGED_BITS * Math.round(random())) ?? [];
    for (const one of [...kept, ...Array.from({length: CHANGED_BITS}, bit)]) {
      const at = row * rowBytes + (one >> 3);
      bytes[at] = (bytes[at] ?? 0) | (1 << (one & 7));
    }
  }
  return bytes;
}
