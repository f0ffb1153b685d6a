import {describe, expect, it} from "vitest";
import {codeTexts} from "../../src/tables/coded-cells.js";
import {
  type Cell,
  columnAt,
  columnCell,
  columnCells,
  columnLength,
  eachCell,
  findCell,
  packColumn,
  type TextColumn
} from "../../src/tables/text-column.js";
import {packTexts} from "../../src/tables/text-pack.js";

const CELLS = ["b", null, "", "漢", "b"];
const coded = codeTexts(packTexts(CELLS));

describe.each<[string, TextColumn]>([
  ["a list", [...CELLS]],
  ["codes", coded ?? []],
  ["packed texts", packTexts(CELLS)]
])("a column of %s", (_, column) => {
  it("has its length and its cells, missing beyond the last", () => {
    expect(columnLength(column)).toBe(5);
    expect([0, 1, 2, 3, 4, 5].map((row) => columnCell(column, row))).toEqual([...CELLS, null]);
    expect(columnCells(column)).toEqual(CELLS);
  });
  it("tells every cell with its row", () => {
    const told: [Cell, number][] = [];
    eachCell(column, (cell, row) => told.push([cell, row]));
    expect(told).toEqual(CELLS.map((cell, row) => [cell, row]));
  });
  it("finds the first row of a text, -1 for none", () => {
    expect(["b", "", "漢", "c"].map((text) => findCell(column, text))).toEqual([0, 2, 3, -1]);
  });
  it("is put in another order in its own form, missing where there is no such row", async () => {
    const taken = await columnAt(column, Uint32Array.of(3, 1, 9), () => Promise.resolve());
    expect(columnCells(taken)).toEqual(["漢", null, null]);
  });
  it("can be packed", () => {
    expect(columnCells(packColumn(column))).toEqual(CELLS);
  });
});

describe("packColumn(column)", () => {
  it("writes what is no text as text", () => {
    expect(columnCells(packColumn([true, 1.5, null]))).toEqual(["true", "1.5", null]);
  });
});
