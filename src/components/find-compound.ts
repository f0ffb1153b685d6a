import type {ColumnSet} from "../tables/column-set.js";
import {findCell} from "../tables/text-column.js";

/** Row of a compound, -1 when the set does not have it. */
export function findCompound(set: ColumnSet, id: string): number {
  return id === "" || !("compound_id" in set.table.columns) ? -1 : findCell(set.textColumn("compound_id"), id);
}
