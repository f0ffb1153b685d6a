import {mkdir, mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {screenFiles} from "../../../loaders/commands/screen.js";
import {openNativeStore} from "../../../loaders/native-store.js";
import {compounds} from "../../../src/tables/compounds.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fumehood-screen-"));
});
afterAll(async () => {
  await rm(folder, {recursive: true});
});
const at = (name: string): string => join(folder, name);
async function parquetRows(file: string): Promise<Record<string, unknown>[]> {
  const store = await openNativeStore();
  try {
    return await store.rows({sql: `FROM read_parquet('${file}')`, parameters: []});
  } finally {
    await store.close();
  }
}
const SMILES = "CCO ethanol\nC1CC broken\nc1ccccc1C(=O)[O-].[Na+] benzoate\n";

describe("screenFiles(inputs, options)", () => {
  it("writes rows as CSV and what failed beside it", async () => {
    await writeFile(at("in.smi"), SMILES);
    const counts = await screenFiles([at("in.smi")], {output: at("out.csv"), set: "mine", threads: "1"});
    const [header = "", ...lines] = (await readFile(at("out.csv"), "utf8")).trim().split("\n");
    expect(counts).toEqual({rows: 2, issues: 1});
    expect(header.split(",")).toEqual([...Object.keys(compounds.columns), "duplicate_of"]);
    expect(lines.map((line) => line.split(",").slice(0, 3))).toEqual([
      ["ethanol", "mine", "1"],
      ["benzoate", "mine", "3"]
    ]);
    expect(await readFile(at("out.csv.issues.csv"), "utf8")).toBe(
      "source,line,input,reason\nin.smi,2,C1CC,a ring bond is opened and never closed\n"
    );
  });

  it("reads gzip and writes Parquet with the columns of the compound table", async () => {
    await writeFile(at("in.smi.gz"), gzipSync(SMILES));
    await screenFiles([at("in.smi.gz")], {output: at("out.parquet"), set: "mine", threads: "1"});
    const rows = await parquetRows(at("out.parquet"));
    expect(rows.map(({smiles, changes}) => [smiles, changes])).toEqual([
      ["CCO", null],
      ["O=C(O)c1ccccc1", "removed salt, neutralised"]
    ]);
    expect(Object.keys(rows[0] ?? {})).toEqual([...Object.keys(compounds.columns), "duplicate_of"]);
  });

  it("keeps the user's own columns of several files, numbers as numbers, and names duplicates", async () => {
    await mkdir(at("folder"));
    await writeFile(at("folder/a.csv"), "smiles,id,IC50 (nM),Note\nCCO,E1,1.5,x\nOCC,E2,,=2+3\n");
    await writeFile(at("folder/b.csv"), "smiles,id,IC50 (nM)\nCC,E3,7\n");
    await screenFiles([at("folder")], {output: at("own.parquet"), set: "mine", threads: "1"});
    const rows = await parquetRows(at("own.parquet"));
    expect(rows.map((row) => [row["compound_id"], row["duplicate_of"], row["own_ic50_nm"], row["own_note"]])).toEqual([
      ["E1", null, 1.5, "x"],
      ["E2", "E1", null, "=2+3"],
      ["E3", null, 7, null]
    ]);
  });

  it("writes what it read again: SDF and SMILES give the same parents", async () => {
    await writeFile(at("in.smi"), SMILES);
    await screenFiles([at("in.smi")], {output: at("out.sdf.gz"), set: "mine", threads: "1"});
    await screenFiles([at("out.sdf.gz")], {output: at("again.smi"), set: "mine", threads: "1"});
    expect(await readFile(at("again.smi"), "utf8")).toBe("CCO\tethanol\nO=C(O)c1ccccc1\tbenzoate\n");
  });

  it("gives in shards together what it gives whole", async () => {
    const lines = Array.from({length: 2500}, (_, i) => `C m${String(i)}`);
    await writeFile(at("many.smi"), lines.join("\n"));
    const ids: string[] = [];
    for (const shard of ["1/2", "2/2"]) {
      await screenFiles([at("many.smi")], {output: at("part.smi"), set: "x", threads: "1", shard});
      ids.push(
        ...(await readFile(at("part.smi"), "utf8"))
          .trim()
          .split("\n")
          .map((line) => line.split("\t")[1] ?? "")
      );
    }
    expect(ids.sort()).toEqual(lines.map((line) => line.slice(2)).sort());
  });

  it("takes the Parquet files that shards wrote, a folder of them, as its input", async () => {
    await mkdir(at("shards"));
    for (const [part, smiles] of [
      ["1", "CCO a\nCCN b\n"],
      ["2", "c1ccccc1 c\n"]
    ] as const) {
      await writeFile(at("part.smi"), smiles);
      const output = at(`shards/${part}.parquet`);
      await screenFiles([at("part.smi")], {output, issues: at("part.issues.csv"), set: "x", threads: "1"});
    }
    const counts = await screenFiles([at("shards")], {output: at("joined.parquet"), set: "y", threads: "1"});
    expect(counts).toEqual({rows: 3, issues: 0});
    const joined = await parquetRows(at("joined.parquet"));
    expect(joined.map(({compound_id, smiles}) => [compound_id, smiles])).toEqual([
      ["a", "CCO"],
      ["b", "CCN"],
      ["c", "c1ccccc1"]
    ]);
  });

  it.each(["0/2", "3/2", "half"])("refuses shard %s", async (shard) => {
    await expect(screenFiles([at("in.smi")], {output: at("o.csv"), set: "x", shard})).rejects.toThrow("invalid shard");
  });

  it("refuses an output it cannot write before reading anything", async () => {
    await expect(screenFiles([at("absent.smi")], {output: at("out.xlsx"), set: "x"})).rejects.toThrow("invalid output");
  });

  it("names the input that cannot be read", async () => {
    await expect(screenFiles([at("absent.smi")], {output: at("o.csv"), set: "x", threads: "1"})).rejects.toThrow(
      "absent.smi"
    );
  });
});
