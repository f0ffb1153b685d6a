import {parquetMetadata, parquetReadObjects} from "hyparquet";
import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {flatMolblock} from "../../src/chem/flat-molblock.js";
import {type RDKit, withMolecule} from "../../src/chem/molecule.js";
import {
  compoundsCsv,
  compoundsParquet,
  compoundsSdf,
  compoundsSmiles,
  provenanceLine
} from "../../src/components/compound-files.js";
import {ColumnSet} from "../../src/tables/column-set.js";
import {defineTable, optional, required} from "../../src/tables/table.js";

const set = new ColumnSet(
  defineTable("t", "One row per test.", {
    compound_id: required("VARCHAR", "Id", "Id."),
    smiles: required("VARCHAR", "SMILES", "Structure."),
    mw_da: optional("DOUBLE", "MW", "Weight."),
    n_rings: optional("INTEGER", "Rings", "Rings."),
    own_note: optional("VARCHAR", "note", "Note.")
  })
);
set.append([
  {compound_id: "A", smiles: "C[C@H](N)C(=O)O", mw_da: 89.1, n_rings: 0, own_note: "=cmd|' /c calc'!A1"},
  {compound_id: "B", smiles: "F/C=C/F", mw_da: null, n_rings: null, own_note: null},
  {compound_id: "C 3", smiles: "nonsense", mw_da: 1, n_rings: 2, own_note: "a\nb"}
]);
const pieces: number[] = [];
const job = {
  set,
  rows: Uint32Array.of(1, 0, 2),
  onPiece: (done: number) => Promise.resolve(void pieces.push(done))
};
let rdkit: RDKit;
beforeAll(async () => {
  rdkit = await loadRDKit();
});
const maker = {
  molblocks: (smiles: readonly string[]) => Promise.resolve(smiles.map((each) => flatMolblock(rdkit, each))),
  dispose: () => undefined
};

describe("compoundsCsv(job)", () => {
  it("writes all columns in the order of the rows, and lets no formula run", async () => {
    const lines = (await compoundsCsv(job)).join("").split("\r\n");
    expect(lines[0]).toBe("compound_id,smiles,mw_da,n_rings,own_note");
    expect(lines[1]).toBe("B,F/C=C/F,,,");
    expect(lines[2]).toBe("A,C[C@H](N)C(=O)O,89.1,0,'=cmd|' /c calc'!A1");
    expect(pieces.at(-1)).toBe(3);
  });
  it("writes the columns asked for, in their order", async () => {
    const lines = (await compoundsCsv({...job, columns: ["n_rings", "compound_id"]})).join("").split("\r\n");
    expect(lines.slice(0, 3)).toEqual(["n_rings,compound_id", ",B", "0,A"]);
  });
  it("stops when told", async () => {
    const stopped = {...job, onPiece: () => Promise.reject(new Error("stopped"))};
    await expect(compoundsCsv(stopped)).rejects.toThrow("stopped");
  });
  it("has the header alone for no rows", async () => {
    expect(await compoundsCsv({...job, rows: new Uint32Array()})).toHaveLength(1);
  });
});

describe("provenanceLine(provenance)", () => {
  it("tells programs, source, how many of how many, and the day", async () => {
    const said = {
      programs: "Fumehood 1",
      source: "the file a.smi",
      rows: 2,
      of: 9,
      written_at: "2026-11-21T18:00:00.000Z"
    };
    const comment = provenanceLine(JSON.stringify(said));
    expect(comment).toBe("Fumehood 1; the file a.smi; 2 of 9; 2026-11-21");
    const [first = ""] = await compoundsSdf({...job, rows: Uint32Array.of(0), comment}, maker);
    expect(first.split("\n")[2]).toBe(comment);
  });
});

describe("a set with columns predicted later", () => {
  const predicted = set.withColumns([
    {
      name: "admet_solubility",
      column: optional("DOUBLE", "Aqueous solubility", "Predicted."),
      values: Float64Array.of(-3.25, NaN, -1)
    },
    {
      name: "admet_solubility_domain",
      column: optional("VARCHAR", "Aqueous solubility domain", "Likeness."),
      values: {codes: Uint8Array.of(1, 255, 0), words: ["in", "edge", "out"]}
    }
  ]);
  const wide = {...job, set: predicted};

  it("is saved with them as CSV, empty where there is no prediction", async () => {
    const lines = (await compoundsCsv(wide)).join("").split("\r\n");
    expect(lines[0]).toBe("compound_id,smiles,mw_da,n_rings,own_note,admet_solubility,admet_solubility_domain");
    expect(lines.slice(1, 3)).toEqual(["B,F/C=C/F,,,,,", "A,C[C@H](N)C(=O)O,89.1,0,'=cmd|' /c calc'!A1,-3.25,edge"]);
  });

  it("is saved with them as Parquet", async () => {
    const file = await new Blob(await compoundsParquet(wide, "test")).arrayBuffer();
    const rows = await parquetReadObjects({file});
    expect(rows.map((row) => [row["admet_solubility"], row["admet_solubility_domain"]])).toEqual([
      [null, null],
      [-3.25, "edge"],
      [-1, "in"]
    ]);
  });

  it("is saved with them as SDF", async () => {
    const text = (await compoundsSdf(wide, maker)).join("");
    expect(text).toContain("<admet_solubility>\n-3.25\n");
    expect(text).toContain("<admet_solubility_domain>\nedge\n");
  });
});

describe("compoundsSmiles(job)", () => {
  it("writes structure, tab, id, each on one line", async () => {
    const text = (await compoundsSmiles(job)).join("");
    expect(text).toBe("F/C=C/F\tB\nC[C@H](N)C(=O)O\tA\nnonsense\tC 3\n");
  });
});

describe("compoundsSdf(job, maker)", () => {
  it("writes structures that read back the same, stereochemistry too, and leaves out what cannot be read", async () => {
    const records = (await compoundsSdf(job, maker)).join("").split("$$$$\n").slice(0, -1);
    expect(records).toHaveLength(2);
    const back = records.map((record) => withMolecule(rdkit, record, (molecule) => molecule.get_smiles()));
    expect(back).toEqual(["F/C=C/F", "C[C@H](N)C(=O)O"]);
    expect(records[1]).toContain(">  <mw_da>\n89.1\n\n");
    expect(records[0]).not.toContain("<mw_da>");
  });
});

describe("compoundsParquet(job, provenance)", () => {
  it("writes types, missing values and provenance that hyparquet reads back", async () => {
    const file = await new Blob(await compoundsParquet(job, '{"source":"test"}')).arrayBuffer();
    expect(parquetMetadata(file).key_value_metadata).toContainEqual({key: "fumehood", value: '{"source":"test"}'});
    expect(await parquetReadObjects({file})).toEqual([
      {compound_id: "B", smiles: "F/C=C/F", mw_da: null, n_rings: null, own_note: null},
      {compound_id: "A", smiles: "C[C@H](N)C(=O)O", mw_da: 89.1, n_rings: 0, own_note: "=cmd|' /c calc'!A1"},
      {compound_id: "C 3", smiles: "nonsense", mw_da: 1, n_rings: 2, own_note: "a\nb"}
    ]);
  });
});
