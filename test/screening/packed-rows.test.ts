import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {readScreeningTables} from "../../loaders/screening-tables.js";
import {buffersOfRows, numberNames, packRows, textNames, unpackRow} from "../../src/screening/packed-rows.js";
import {screen} from "../../src/screening/screen.js";
import {closeScreening, openScreening, type ScreeningContext} from "../../src/screening/screening-context.js";
import {smilesAt} from "../../src/search/row-block.js";
import {type CompoundRow, compounds} from "../../src/tables/compounds.js";
import {numberedBlock} from "../search/row-blocks.js";

let context: ScreeningContext;
let rows: readonly CompoundRow[] = [];
beforeAll(async () => {
  context = openScreening(await loadRDKit(), await readScreeningTables());
  const records = ["CCO", "c1ccccc1O", "[Na+].[O-]C(C)=O"].map((structure, at) => ({
    ...{line: at + 1, structure, id: null, name: at === 1 ? "фенол" : null}
  }));
  rows = screen(records, context, {setId: "s", sourceId: "s", source: "s"}).rows;
});
afterAll(() => {
  closeScreening(context);
});

describe("packRows(rows)", () => {
  it("keeps every cell of every column", () => {
    const packed = packRows(rows);
    expect(rows.map((_, row) => unpackRow(packed, row))).toEqual(rows);
    expect([...packed.lines]).toEqual([1, 2, 3]);
  });
  it("keeps what searches need, and nothing where nothing was made", () => {
    const block = numberedBlock(1, rows.length);
    expect(packRows(rows, block).forSearches).toBe(block);
    expect(packRows(rows).forSearches).toBeNull();
  });
  it("has a place for every column of the table", () => {
    expect([...numberNames, ...textNames].sort()).toEqual(Object.keys(compounds.columns).sort());
  });
  it("is empty for no rows", () => expect(packRows([])).toMatchObject({count: 0}));
  it("throws for a text among numbers, and a number among texts", () => {
    const [row] = rows;
    if (!row) expect.fail("no row");
    expect(() => packRows([{...row, qed: "high" as unknown as number}])).toThrow("invalid qed: high");
    expect(() => packRows([{...row, smiles: 1 as unknown as string}])).toThrow("invalid smiles: 1");
  });
});

describe("unpackRow(packed, row)", () => {
  it.each([-1, 3, NaN])("throws for a row that is not there: %d", (row) => {
    expect(() => unpackRow(packRows(rows), row)).toThrow(`invalid row: ${String(row)}`);
  });
});

describe("buffersOfRows(packed)", () => {
  it("hands rows over whole", () => {
    const packed = packRows(rows, numberedBlock(1, rows.length));
    const sent = structuredClone(packed, {transfer: buffersOfRows(packed)});
    expect(unpackRow(sent, 1)).toEqual(rows[1]);
    expect(sent.forSearches && smilesAt(sent.forSearches, 2)).toBe("3");
    expect([packed.numbers.length, packed.forSearches?.morgan.length]).toEqual([0, 0]);
  });
});
