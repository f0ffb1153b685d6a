import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {readScreeningTables} from "../../loaders/screening-tables.js";
import {screen} from "../../src/screening/screen.js";
import type {InputRecord} from "../../src/screening/input-record.js";
import {packRecords} from "../../src/screening/packed-records.js";
import {packRows} from "../../src/screening/packed-rows.js";
import {isOwnColumn, ScreenedRows, type ScreenedBatch} from "../../src/screening/screened-rows.js";
import {closeScreening, openScreening, type ScreeningContext} from "../../src/screening/screening-context.js";
import {joinStructures, smilesAt} from "../../src/search/row-block.js";
import {numberedBlock} from "../search/row-blocks.js";

let context: ScreeningContext;
beforeAll(async () => {
  context = openScreening(await loadRDKit(), await readScreeningTables());
});
afterAll(() => {
  closeScreening(context);
});

function batch(
  first: number,
  structures: string[],
  data: (string | null)[][] = [],
  fields: string[] = []
): ScreenedBatch {
  const records = structures.map((structure, i) => ({
    line: first + i + 1,
    structure,
    id: `E${String(first + i)}`,
    name: null
  }));
  const {rows, issues} = screen(records, context, {setId: "s", sourceId: "s", source: "s"});
  const withData = records.map((record, at): InputRecord => {
    const own = data[at];
    return own === undefined ? record : {...record, data: own};
  });
  return {records: packRecords(withData, fields.length), first, rows: [packRows(rows)], issues, fields};
}

describe("ScreenedRows.columnSet(pause)", () => {
  it("puts batches that come in any order into the order of the input", async () => {
    const rows = new ScreenedRows();
    rows.append(batch(2, ["CC", "CCC"]));
    rows.append(batch(0, ["C", "C1CC"]));
    expect((await rows.columnSet()).texts("compound_id")).toEqual(["E0", "E2", "E3"]);
  });
  it("names the first of the same compound in the order of the input, whatever came first", async () => {
    const rows = new ScreenedRows();
    rows.append(batch(2, ["OCC", "CC"]));
    rows.append(batch(0, ["CCO", "C(O)C"]));
    const set = await rows.columnSet();
    expect(set.texts("duplicate_of")).toEqual([null, "E0", "E0", null]);
    expect([...set.numbers("n_copies")]).toEqual([3, 3, 3, 1]);
  });
  it("keeps the user's own columns: numbers as numbers, texts as texts, absent as missing", async () => {
    const rows = new ScreenedRows();
    rows.append(batch(1, ["CC"], [["2", "b"]], ["IC50 (nM)", "Vendor"]));
    rows.append(batch(0, ["C"], [["1.5"]], ["IC50 (nM)", "Vendor"]));
    const set = await rows.columnSet();
    expect([...set.numbers("own_ic50_nm")]).toEqual([1.5, 2]);
    expect(set.texts("own_vendor")).toEqual([null, "b"]);
    expect(set.table.columns["own_ic50_nm"]).toMatchObject({label: "IC50 (nM)", type: "DOUBLE"});
  });
  it("shares nothing with a set given earlier", async () => {
    const rows = new ScreenedRows();
    rows.append(batch(0, ["C"], [["1"]], ["x"]));
    const early = await rows.columnSet();
    rows.append(batch(1, ["CC"], [["many"]], ["x"]));
    expect([early.rowCount, [...early.numbers("own_x")], (await rows.columnSet()).texts("own_x")]).toEqual([
      1,
      [1],
      ["1", "many"]
    ]);
  });
  it("tells apart own columns whose names are one in our way of writing", async () => {
    const rows = new ScreenedRows();
    rows.append(batch(0, ["C"], [["1", "2"]], ["IC50 nM", "IC50 (nM)"]));
    expect((await rows.columnSet()).numericNames.filter((name) => name.startsWith("own_"))).toEqual([
      "own_ic50_nm",
      "own_ic50_nm_2"
    ]);
  });
  it.each([
    ["2-pyridone and 2-hydroxypyridine", ["O=c1cccc[nH]1", "Oc1ccccn1"], true],
    ["4-methyl- and 5-methylimidazole", ["Cc1c[nH]cn1", "Cc1cnc[nH]1"], true],
    ["the two forms of an N-aryl amidine", ["CC(=N)Nc1ccccc1", "CC(N)=Nc1ccccc1"], true],
    ["keto and enol", ["CC(=O)CC(C)=O", "CC(O)=CC(C)=O"], false],
    ["two isotopes", ["CCO", "[2H]CCO"], false],
    ["two enantiomers", ["C[C@H](N)C(=O)O", "C[C@@H](N)C(=O)O"], false]
  ])("tells whether %s are one substance, and leaves both as they were drawn", async (_, structures, isOne) => {
    const rows = new ScreenedRows();
    rows.append(batch(0, structures));
    const set = await rows.columnSet();
    expect([...set.numbers("n_copies")]).toEqual(isOne ? [2, 2] : [1, 1]);
    expect(new Set(set.texts("smiles")).size).toBe(2);
    expect(set.texts("changes")).toEqual([null, null]);
  });
  it("leaves out the columns that it was told to, the user's own too", async () => {
    const rows = new ScreenedRows({names: new Set(["chi0v"]), own: true});
    rows.append(batch(0, ["C"], [["1"]], ["x"]));
    const {table} = await rows.columnSet();
    expect(["chi0v", "own_x", "qed"].map((name) => name in table.columns)).toEqual([false, false, true]);
  });
  it("gives the same set when it is the last, and holds nothing of it afterwards", async () => {
    const rows = new ScreenedRows();
    rows.append(batch(0, ["C", "CC"]));
    expect((await rows.columnSet(undefined, true)).texts("smiles")).toEqual(["C", "CC"]);
    expect((await rows.columnSet()).cell("qed", 0)).toBeNull();
    expect((await rows.columnSet()).texts("smiles")).toEqual([null, null]);
  });
  it("takes the rows of a batch that had to be divided", async () => {
    const rows = new ScreenedRows();
    const whole = batch(0, ["C", "C1CC", "CCC"], [["1"], ["2"], ["3"]], ["x"]);
    const pieces = ["C", "CCC"].map((smiles, at) => batch(2 * at, [smiles]).rows).flat();
    rows.append({...whole, rows: pieces});
    const set = await rows.columnSet();
    expect([set.texts("smiles"), [...set.numbers("own_x")]]).toEqual([
      ["C", "CCC"],
      [1, 3]
    ]);
  });
  it("takes a batch of which nothing became a row", async () => {
    const rows = new ScreenedRows();
    rows.append(batch(0, ["C1CC"], [["1"]], ["x"]));
    expect(rows.rowCount).toBe(0);
  });
  it("keeps columns of few different texts as codes, and texts of other scripts as they are", async () => {
    const rows = new ScreenedRows();
    const letters = Array.from({length: 300}, (_, row) => `${String.fromCodePoint(0x4e00 + row)}é${String(row)}`);
    rows.append(
      batch(
        0,
        new Array<string>(300).fill("C"),
        letters.map((text) => [text]),
        ["Note"]
      )
    );
    const set = await rows.columnSet();
    expect(set.textColumn("set_id")).toHaveProperty("codes");
    expect(set.textColumn("own_note")).toHaveProperty("ends");
    expect(set.texts("own_note")).toEqual(letters);
  });
  it("keeps what searches need of the rows, in the order of the last set", async () => {
    const rows = new ScreenedRows();
    const marked = (first: number, structures: string[]): ScreenedBatch => {
      const made = batch(first, structures);
      const forSearches = numberedBlock(first, structures.length);
      return {...made, rows: made.rows.map((piece) => ({...piece, forSearches}))};
    };
    rows.append(marked(2, ["CC", "CCC"]));
    rows.append(marked(0, ["C", "CO"]));
    await rows.columnSet();
    expect(rows.forSearches).toBeNull();
    await rows.columnSet(undefined, true);
    const [piece] = rows.forSearches ?? [];
    expect([...(piece?.rows ?? [])]).toEqual([2, 3, 0, 1]);
    expect([0, 1, 2, 3].map((at) => piece && smilesAt(joinStructures(piece.blocks), at))).toEqual(["2", "3", "0", "1"]);
  });
  it("has nothing for searches when a batch, tried again record by record, brought rows without", async () => {
    const rows = new ScreenedRows();
    const made = batch(0, ["C", "CO"]);
    rows.append({...made, rows: [{...packRows([]), forSearches: null}, ...made.rows]});
    await rows.columnSet(undefined, true);
    expect([rows.rowCount, rows.forSearches]).toEqual([2, null]);
  });
  it("is empty before anything has come", async () => expect((await new ScreenedRows().columnSet()).rowCount).toBe(0));
});

describe("isOwnColumn(name)", () => {
  it("knows what the user's file brought", () => expect(["own_x", "mw_da"].map(isOwnColumn)).toEqual([true, false]));
});
