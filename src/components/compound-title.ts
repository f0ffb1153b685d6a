import type {ColumnSet} from "../tables/column-set.js";

const textOf = (set: ColumnSet, name: string, row: number): string =>
  name in set.table.columns ? String(set.cell(name, row) ?? "") : "";

/** True where a file gave a compound no id of its own, so that it goes by its set and its line. */
export function isNumbered(set: ColumnSet, row: number): boolean {
  if (!("line" in set.table.columns)) return false;
  return textOf(set, "compound_id", row) === `${textOf(set, "set_id", row)}:${textOf(set, "line", row)}`;
}

/** What a compound is called in a file that is handed on: its id, or its name where it has no id of its own. */
export function compoundTitle(set: ColumnSet, row: number): string {
  const id = textOf(set, "compound_id", row);
  return (isNumbered(set, row) && textOf(set, "name", row)) || id;
}

/** The id as a reader knows it: that of the file, or the line it stood in. */
export const idWords = (set: ColumnSet, row: number): string =>
  isNumbered(set, row) ? `line ${textOf(set, "line", row)}` : textOf(set, "compound_id", row);
