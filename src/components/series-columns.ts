import type {ColumnSet} from "../tables/column-set.js";

/** Numbers that say where a row comes from, or how another is doubted, not what a compound is. */
const SKIPPED = /^(line|source_row|first_approval)$|_steps$/;

/** The numeric columns of a set that groups can be summed up and points coloured by, with label and unit. */
export const columnOptions = (set: ColumnSet): (readonly [name: string, words: string])[] =>
  set.numericNames.filter((name) => !SKIPPED.test(name)).map((name) => [name, columnWords(set, name)] as const);

/** A column's label, and its unit where it has one. */
export function columnWords({table}: ColumnSet, name: string): string {
  const {label = name, unit = ""} = table.columns[name] ?? {};
  return unit === "" ? label : `${label}, ${unit}`;
}
