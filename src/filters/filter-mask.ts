import {writeRangeMask} from "../kernels/range-mask.js";
import type {ColumnSet} from "../tables/column-set.js";
import {type Cell, eachCell, type TextColumn} from "../tables/text-column.js";
import {takePacked} from "./packed-text-filter.js";
import {type FilterNode, isGroup, type OutsideFilter, type TextFilter} from "./filter-node.js";

/** Answers for the filters that are judged elsewhere: one bit per row, row r at bit r % 8 of byte r / 8. */
export type OutsideMasks = (node: OutsideFilter) => Uint8Array;

/**
 * The rows that a filter lets pass: one bit per row, row r at bit r % 8 of byte r / 8. Of groups without filters, "all"
 * and "none" let every row pass and "any" no row.
 *
 * @throws when the set lacks a column (`missingColumns` tells) or a regular expression cannot be read
 */
export function filterMask(node: FilterNode, set: ColumnSet, outside: OutsideMasks): Uint8Array {
  const mask = new Uint8Array(Math.ceil(set.rowCount / 8));
  if (isGroup(node)) joinGroup(node.kind, node.of, mask, set, outside);
  else if (node.kind === "range") writeRangeMask(set.numbers(node.column), node, mask);
  else if (node.kind === "text") writeTextMask(set.textColumn(node.column), node, mask);
  else mask.set(outside(node).subarray(0, mask.length));
  return mask;
}

function joinGroup(
  kind: "all" | "any" | "none",
  nodes: readonly FilterNode[],
  mask: Uint8Array,
  set: ColumnSet,
  outside: OutsideMasks
): void {
  if (kind === "all") mask.fill(255);
  for (const node of nodes) {
    const part = filterMask(node, set, outside);
    for (let at = 0; at < mask.length; at++) {
      const byte = part[at] ?? 0;
      mask[at] = kind === "all" ? (mask[at] ?? 0) & byte : (mask[at] ?? 0) | byte;
    }
  }
  if (kind === "none") for (let at = 0; at < mask.length; at++) mask[at] = ~(mask[at] ?? 0);
}

function writeTextMask(column: TextColumn, node: TextFilter, mask: Uint8Array): void {
  const passes = textTest(node);
  const take = (row: number): void => {
    mask[row >> 3] = (mask[row >> 3] ?? 0) | (1 << (row & 7));
  };
  if ("codes" in column) {
    const passing = Uint8Array.from({length: 256}, (_, code) => Number(passes(column.words[code] ?? null)));
    column.codes.forEach((code, row) => {
      if (passing[code] === 1) take(row);
    });
  } else if ("ends" in column && node.how !== "matches") takePacked(column, {...node, how: node.how}, passes, take);
  else
    eachCell(column, (cell, row) => {
      if (passes(cell)) take(row);
    });
}

/** Whether a cell passes a text filter. @throws when a regular expression cannot be read */
export function textTest({how, text, keepMissing}: TextFilter): (cell: Cell) => boolean {
  const wanted = text.toLowerCase();
  const tests: Readonly<Record<TextFilter["how"], (cell: string) => boolean>> = {
    contains: (cell) => cell.toLowerCase().includes(wanted),
    equals: (cell) => cell.toLowerCase() === wanted,
    starts: (cell) => cell.toLowerCase().startsWith(wanted),
    matches: how === "matches" ? matcher(text) : () => false
  };
  return (cell) => (cell === null ? keepMissing : tests[how](String(cell)));
}

function matcher(pattern: string): (cell: string) => boolean {
  const expression = new RegExp(pattern, "iu");
  return (cell) => expression.test(cell);
}

/** True when a row is in a mask. */
export const isInMask = (mask: Uint8Array, row: number): boolean => (((mask[row >> 3] ?? 0) >> (row & 7)) & 1) === 1;

/** How many of the first rows are in a mask. */
export function countMask(mask: Uint8Array, rowCount: number): number {
  let count = 0;
  for (let row = 0; row < rowCount; row++) if (isInMask(mask, row)) count++;
  return count;
}
