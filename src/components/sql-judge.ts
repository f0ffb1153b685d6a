import {formatCount} from "../base/format-number.js";
import {rowMask} from "../search/row-mask.js";
import type {Store} from "../store/store.js";
import {quoteName} from "../store/table-sql.js";
import type {ColumnSet} from "../tables/column-set.js";
import {type Column, defineTable, required} from "../tables/table.js";

/** Longest set that is handed to the database: its rows are copied. */
const MOST_ROWS = 250_000;
const ROW = "shown_row";

/** Columns of the set that a condition names, as whole words. */
export function namedColumns(where: string, names: readonly string[]): string[] {
  const words = new Set(where.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []);
  return names.filter((name) => words.has(name));
}

/**
 * The rows that a condition in SQL holds for, as a mask. The columns that it names are copied into the store.
 *
 * @throws in words for the user when the condition cannot be read, or the set is too long to copy
 */
export async function sqlMask(store: Store, where: string, set: ColumnSet): Promise<Uint8Array> {
  if (where.trim() === "") throw new Error("there is no condition yet");
  if (set.rowCount > MOST_ROWS)
    throw new Error(`SQL takes at most ${formatCount(MOST_ROWS)} compounds here; this set has more`);
  const names = namedColumns(where, Object.keys(set.table.columns));
  if (names.length === 0) throw new Error("the condition names no column of this set");
  const columns: Record<string, Column> = {[ROW]: required("INTEGER", "Row", "Row of the set.")};
  for (const name of names) {
    const column = set.table.columns[name];
    if (column) columns[name] = {...column, nullable: true};
  }
  const rows = Array.from({length: set.rowCount}, (_, row) =>
    Object.fromEntries([[ROW, row], ...names.map((name) => [name, set.cell(name, row)])])
  );
  // A name of its own: two conditions may be asked at once.
  const table = `shown_${crypto.randomUUID().replaceAll("-", "")}`;
  await store.insert(defineTable(table, "One row per compound shown.", columns), rows);
  try {
    const sql = `SELECT ${quoteName(ROW)} FROM ${quoteName(table)} WHERE (${where})`;
    const answer = await store.columns({sql, parameters: []});
    return rowMask(Uint32Array.from(answer[ROW] ?? []), set.rowCount);
  } finally {
    await store.rows({sql: `DROP TABLE ${quoteName(table)}`, parameters: []});
  }
}
