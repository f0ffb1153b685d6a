import {listMark, parsePick} from "../base/pick-text.js";
import type {ColumnSet} from "../tables/column-set.js";
import type {PickedFilter} from "./filter-node.js";

/** The mark of a set's ids, by which picked rows are told from those of another set. */
export const setMark = (set: ColumnSet): string => listMark("compound_id" in set.table.columns ? idsOf(set) : []);

/** One after another: a list of a million would be held at once. */
function* idsOf(set: ColumnSet): Generator<string> {
  for (let row = 0; row < set.rowCount; row++) yield String(set.cell("compound_id", row) ?? "");
}

/** The rows picked, one bit per row. @throws in words when they were picked in another set or cannot be read */
export function pickedMask({rows}: PickedFilter, set: ColumnSet): Promise<Uint8Array> {
  const picked = parsePick(rows, setMark(set));
  if (picked === null) return Promise.reject(new Error("what was picked cannot be read"));
  if (!("rows" in picked)) return Promise.reject(new Error("these were picked in another set of compounds"));
  const mask = new Uint8Array(Math.ceil(set.rowCount / 8));
  for (const row of picked.rows) mask[row >> 3] = (mask[row >> 3] ?? 0) | (1 << (row & 7));
  return Promise.resolve(mask);
}
