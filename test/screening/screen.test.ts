import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {readScreeningTables} from "../../loaders/screening-tables.js";
import type {InputRecord} from "../../src/screening/input-record.js";
import {withMolecule} from "../../src/chem/molecule.js";
import {screen, type Screened} from "../../src/screening/screen.js";
import {rowParts} from "../../src/search/row-parts.js";
import {closeScreening, openScreening, type ScreeningContext} from "../../src/screening/screening-context.js";
import {compounds} from "../../src/tables/compounds.js";
import {readNativeRows} from "../chem/native-rdkit.js";

let context: ScreeningContext;
beforeAll(async () => {
  context = openScreening(await loadRDKit(), await readScreeningTables());
});
afterAll(() => {
  closeScreening(context);
});
const LABELS = {setId: "dropped", sourceId: "dropped", source: "set.smi"};
const records = (structures: readonly string[]): InputRecord[] =>
  structures.map((structure, index) => ({line: index + 1, structure, id: null, name: null}));
const screenAll = (...structures: string[]): Screened => screen(records(structures), context, LABELS);

describe("screen(records, context, labels, onRow)", () => {
  it("gives rows with exactly the columns of the compound table", () => {
    expect(Object.keys(screenAll("CCO").rows[0] ?? {}).sort()).toEqual(Object.keys(compounds.columns).sort());
  });

  it("keeps id, name, line and the structure as it was given", () => {
    const {rows} = screen([{line: 7, structure: "OCC", id: "E1", name: "ethanol"}], context, LABELS);
    expect(rows[0]).toMatchObject({compound_id: "E1", name: "ethanol", line: 7, input_smiles: "OCC", smiles: "CCO"});
  });

  it("names a compound without id by its set and line", () => {
    expect(screenAll("CCO").rows[0]?.compound_id).toBe("dropped:1");
  });

  it("describes the parent, not the salt", () => {
    const {rows} = screenAll("CC[NH3+].[Cl-]", "CCN");
    expect(rows[0]?.mw_da).toBe(rows[1]?.mw_da);
    expect(rows[0]?.inchikey).toBe(rows[1]?.inchikey);
    expect(rows.map(({changes}) => changes)).toEqual(["removed salt, neutralised", null]);
  });

  it("equals native RDKit's QED on every neutral single-fragment molecule of our table", () => {
    const native = readNativeRows().filter(({canonicalSmiles}) => !/[.+-]/.test(canonicalSmiles));
    const {rows} = screenAll(...native.map(({smiles}) => smiles));
    expect(rows).toHaveLength(native.length);
    rows.forEach((row, index) => {
      expect(row.qed).toBeCloseTo(native[index]?.qed ?? NaN, 8);
    });
  });

  it("shows the parent of each row and of no other: its fingerprints are those of the SMILES of the row", () => {
    const shown: string[] = [];
    const given = [...readNativeRows().map(({smiles}) => smiles), "C1CC", "", "[Na+].[O-]C(C)=O", "C[N+](C)(C)C"];
    const {rows} = screen(records(given), context, LABELS, (row, parent, target) => {
      const {paths, morgan, smiles} = rowParts(parent, row.smiles, target);
      shown.push([...paths, ...morgan, smiles].join());
    });
    const read = rows.map(({smiles}) =>
      withMolecule(context.rdkit, smiles, (parent) => {
        const {paths, morgan} = rowParts(parent, smiles);
        return [...paths, ...morgan, smiles].join();
      })
    );
    expect(shown).toEqual(read);
  });

  it("accounts for every record as row or issue, in order", () => {
    const {rows, issues} = screenAll("C", "C1CC", "CC", "", "CCC");
    expect(rows.map(({line}) => line)).toEqual([1, 3, 5]);
    expect(issues.map(({line}) => line)).toEqual([2, 4]);
  });

  it("keeps source, line, input and reason of what it refuses", () => {
    expect(screenAll("C1CC").issues).toEqual([
      {source: "set.smi", line: 1, input: "C1CC", reason: "a ring bond is opened and never closed"}
    ]);
  });

  it.each([
    ["nothing", "", "no structure"],
    ["blanks", " \t ", "no structure"],
    ["an invisible character alone", "\u200b", "no structure"],
    ["an attachment point", "*CCO", "has an attachment point or wildcard atom (*): not one defined compound"],
    ["an R group", "[*:1]CCO", "has an attachment point or wildcard atom (*): not one defined compound"],
    ["an atom list", "[C,N]CC", "not a SMILES: unexpected character at position 3"],
    ["a thousand atoms", "C".repeat(1200), "more than 400 atoms: too large for this engine"],
    ["pentavalent carbon", "CC(C)(C)(C)C", "valence 5 of C (atom 2) is more than it can have"]
  ])("refuses %s", (_, structure, reason) => {
    expect(screenAll(structure)).toMatchObject({rows: [], issues: [{reason}]});
  });

  it.each([
    ["salts only", "[Na+].[Cl-]"],
    ["a single atom", "C"],
    ["a metal ion", "[Fe+2]"],
    ["hydrogen", "[H][H]"],
    ["400 atoms", "C".repeat(400)],
    ["zero-width characters from a document", "\ufeffCC\u200bO"],
    ["blanks around", "  CCO\r"]
  ])("takes %s", (_, structure) => {
    expect(screenAll(structure)).toMatchObject({rows: [{line: 1}], issues: []});
  });

  it("finds 50 broken among 1,000", () => {
    const structures = Array.from({length: 1000}, (_, index) =>
      index % 20 === 7 ? "C1CC" : `C${"C".repeat(index % 9)}`
    );
    const {rows, issues} = screenAll(...structures);
    expect([rows.length, issues.length]).toEqual([950, 50]);
  });
});

describe("openScreening(rdkit, tables)", () => {
  it("refuses a second context in one engine", async () => {
    const tables = await readScreeningTables();
    expect(() => openScreening(context.rdkit, tables)).toThrow("log is already captured");
  });
});
