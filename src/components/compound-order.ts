import {rowNumbers} from "../base/row-numbers.js";
import {sortRows, sortRowsInSlices} from "../kernels/sort-rows.js";
import type {TableOrder} from "../state/table-order.js";
import type {ColumnSet} from "../tables/column-set.js";

/** All rows of a set in an order; null for the order of the set. An unknown column is no order. */
export function compoundOrder(set: ColumnSet, order: TableOrder | null): Uint32Array | null {
  if (order === null || !(order.key in set.table.columns)) return null;
  const {key, descending} = order;
  if (set.numericNames.includes(key)) return sortRows(set.numbers(key), descending);
  return rowNumbers(set.rowCount).sort(textOrder(set, key, descending));
}

/** As `compoundOrder`, for large sets. @param pause awaited now and then, so that a page can answer meanwhile */
export async function compoundOrderInSlices(
  set: ColumnSet,
  order: TableOrder,
  pause: () => Promise<void>
): Promise<Uint32Array | null> {
  const {key, descending} = order;
  if (!(key in set.table.columns)) return null;
  if (set.numericNames.includes(key)) return sortRowsInSlices(set.numbers(key), descending, pause);
  const compare = textOrder(set, key, descending);
  let rows = rowNumbers(set.rowCount);
  for (let at = 0; at < rows.length; at += FIRST_RUN) {
    rows.subarray(at, at + FIRST_RUN).sort(compare);
    await pause();
  }
  for (let run = FIRST_RUN; run < rows.length; run *= 2) rows = await mergeRuns(rows, run, compare, pause);
  return rows;
}

type Compare = (a: number, b: number) => number;

/** Rows sorted at once: some milliseconds. */
const FIRST_RUN = 512;
/** Rows merged between two pauses. */
const MERGED = 2048;

function textOrder(set: ColumnSet, key: string, descending: boolean): Compare {
  const collator = new Intl.Collator("en", {numeric: true});
  const texts = set.texts(key);
  const text = (row: number): string => String(texts[row] ?? "");
  const sign = descending ? -1 : 1;
  return (a, b) => sign * collator.compare(text(a), text(b)) || a - b;
}

/** Sorted runs of a length, two and two made one. */
async function mergeRuns(
  rows: Uint32Array<ArrayBuffer>,
  run: number,
  compare: Compare,
  pause: () => Promise<void>
): Promise<Uint32Array<ArrayBuffer>> {
  const merged = new Uint32Array(rows.length);
  let [left, right, middle, end] = [0, 0, 0, 0];
  for (let at = 0; at < rows.length; at++) {
    if (at === end) {
      left = at;
      middle = right = Math.min(rows.length, at + run);
      end = Math.min(rows.length, at + 2 * run);
    }
    const takesLeft = left < middle && (right >= end || compare(rows[left] ?? 0, rows[right] ?? 0) <= 0);
    merged[at] = rows[takesLeft ? left++ : right++] ?? 0;
    if (at % MERGED === 0) await pause();
  }
  return merged;
}
