import {sortRows} from "../kernels/sort-rows.js";
import type {TableOrder} from "../state/table-order.js";
import type {ColumnSet} from "../tables/column-set.js";

/** All rows of a set in an order; null for the order of the set. An unknown column is no order. */
export function compoundOrder(set: ColumnSet, order: TableOrder | null): Uint32Array | null {
  if (order === null || !(order.key in set.table.columns)) return null;
  const {key, descending} = order;
  if (set.numericNames.includes(key)) return sortRows(set.numbers(key), descending);
  const collator = new Intl.Collator("en", {numeric: true});
  const texts = Array.from({length: set.rowCount}, (_, row) => String(set.cell(key, row) ?? ""));
  const rows = Uint32Array.from(texts, (_, row) => row);
  const sign = descending ? -1 : 1;
  return rows.sort((a, b) => sign * collator.compare(texts[a] ?? "", texts[b] ?? "") || a - b);
}
