import {mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {screenFile} from "../../../loaders/commands/screen.js";
import {readParquet} from "../../../loaders/inputs.js";
import {compounds} from "../../../src/tables/compounds.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fumehood-screen-"));
});
afterAll(async () => {
  await rm(folder, {recursive: true});
});
const at = (name: string): string => join(folder, name);
const SMILES = "CCO ethanol\nC1CC broken\nc1ccccc1C(=O)[O-].[Na+] benzoate\n";

describe("screenFile(input, options)", () => {
  it("writes rows as CSV and what failed beside it", async () => {
    await writeFile(at("in.smi"), SMILES);
    const counts = await screenFile(at("in.smi"), {output: at("out.csv"), set: "mine", threads: "1"});
    const [header = "", ...lines] = (await readFile(at("out.csv"), "utf8")).trim().split("\n");
    expect(counts).toEqual({rows: 2, issues: 1});
    expect(header.split(",")).toEqual(Object.keys(compounds.columns));
    expect(lines.map((line) => line.split(",").slice(0, 3))).toEqual([
      ["ethanol", "mine", "1"],
      ["benzoate", "mine", "3"]
    ]);
    expect(await readFile(at("out.csv.issues.csv"), "utf8")).toBe(
      "source,line,input,reason\nin.smi,2,C1CC,a ring bond is opened and never closed\n"
    );
  });

  it("reads gzip and writes Parquet with the contract of the compound table", async () => {
    await writeFile(at("in.smi.gz"), gzipSync(SMILES));
    await screenFile(at("in.smi.gz"), {output: at("out.parquet"), set: "mine", threads: "1"});
    const rows = await readParquet(compounds, at("out.parquet"));
    expect(rows.map(({smiles, changes}) => [smiles, changes])).toEqual([
      ["CCO", null],
      ["O=C(O)c1ccccc1", "removed salt, neutralised"]
    ]);
  });

  it("refuses an output it cannot write before reading anything", async () => {
    await expect(screenFile(at("absent.smi"), {output: at("out.xlsx"), set: "x"})).rejects.toThrow("invalid output");
  });

  it("names the input that cannot be read", async () => {
    await expect(screenFile(at("absent.smi"), {output: at("o.csv"), set: "x", threads: "1"})).rejects.toThrow(
      "absent.smi"
    );
  });
});
