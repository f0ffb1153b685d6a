import {doInSlices} from "../base/sliced-work.js";
import {cellOf, cellsOf, type CodedCells, codesAt} from "./coded-cells.js";
import {allTexts, eachText, findText, type PackedTexts, textAt} from "./packed-texts.js";
import {packTexts, takingTexts} from "./text-pack.js";

/** What a cell holds; null is missing. */
export type Cell = string | number | boolean | null;

/** The cells of a column that is not numeric: a list, codes where few texts are repeated, or texts packed as bytes. */
export type TextColumn = Cell[] | CodedCells | PackedTexts;

/** Number of cells. */
export function columnLength(column: TextColumn): number {
  if (Array.isArray(column)) return column.length;
  return "codes" in column ? column.codes.length : column.ends.length;
}

/** One cell; null where missing, and for a row that is not there. */
export function columnCell(column: TextColumn, row: number): Cell {
  if (Array.isArray(column)) return column[row] ?? null;
  return "codes" in column ? cellOf(column, row) : textAt(column, row);
}

/** All cells as a list; of packed texts a new one each time. */
export function columnCells(column: TextColumn): Cell[] {
  if (Array.isArray(column)) return column;
  return "codes" in column ? cellsOf(column) : allTexts(column);
}

/** Takes every cell in turn; no list is made of packed texts. */
export function eachCell(column: TextColumn, take: (cell: Cell, row: number) => void): void {
  if (Array.isArray(column)) column.forEach(take);
  else if ("ends" in column) eachText(column, take);
  else for (let row = 0; row < column.codes.length; row++) take(cellOf(column, row), row);
}

/** The first row with a text; -1 when none has it. */
export const findCell = (column: TextColumn, text: string): number =>
  "ends" in column ? findText(column, text) : columnCells(column).indexOf(text);

/** A column as packed texts; what is not text is written as JavaScript does. */
export function packColumn(column: TextColumn): PackedTexts {
  if ("ends" in column) return column;
  return packTexts(columnCells(column).map((cell) => (cell === null ? null : String(cell))));
}

/** Cells of the given rows in the given order. @param pause awaited now and then in long columns */
export async function columnAt(
  column: TextColumn,
  order: Uint32Array,
  pause: () => Promise<void>
): Promise<TextColumn> {
  if ("ends" in column) return doInSlices(takingTexts(column, order), pause);
  if ("codes" in column) return codesAt(column, order);
  const taken: Cell[] = [];
  for (const row of order) taken.push(column[row] ?? null);
  return taken;
}
