import {seededRandom} from "../base/random.js";
import {ColumnSet} from "../tables/column-set.js";
import {type Column, defineTable, required} from "../tables/table.js";

const PATTERN = /^(\d{1,8})x(\d{1,3})$/;

/**
 * A set of random numbers to measure the page with, e.g. "1000000x20": asked for by `?measure=` in the address, and
 * linked from nowhere. Null when the text asks for nothing.
 */
export function generatedSet(text: string): ColumnSet | null {
  const [, rows, columns] = PATTERN.exec(text) ?? [];
  if (rows === undefined || columns === undefined) return null;
  const names = Array.from({length: Number(columns)}, (_, i) => `c${String(i + 1)}`);
  const numeric = names.map((name): [string, Column] => [
    name,
    required("DOUBLE", name, "Random number, bell-shaped.")
  ]);
  const identity: [string, Column] = ["compound_id", required("VARCHAR", "Row", "Number of the row.")];
  const table = defineTable("generated", "One row per random row.", Object.fromEntries([identity, ...numeric]));
  const random = seededRandom(1);
  const rowCount = Number(rows);
  const values = names.map((name): [string, Float64Array] => [
    name,
    Float64Array.from({length: rowCount}, () => (random() + random() + random()) * 100)
  ]);
  const ids = Array.from({length: rowCount}, (_, row) => row + 1);
  return ColumnSet.of(table, rowCount, Object.fromEntries(values), {compound_id: ids});
}
