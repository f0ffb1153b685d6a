import {mkdir, mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {searchFiles} from "../../../loaders/commands/search.js";
import {structureQuery} from "../../../src/search/structure-query.js";

let folder: string;
const at = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fumehood-search-"));
  await writeFile(
    at("in.csv"),
    "id,smiles,Vendor\nE1,Oc1ccccc1,Acme\nE2,CCO,Beta\nE3,C1CC,Acme\nE4,[Na+].[O-]c1ccccc1,Beta\nE5,Cc1ccccc1O,Acme\n"
  );
});
afterAll(async () => {
  await rm(folder, {recursive: true});
});
const OUT = {threads: "1"} as const;
const idsIn = async (file: string): Promise<string[]> =>
  (await readFile(at(file), "utf8"))
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",")[0] ?? "");

describe("searchFiles(query, inputs, options)", () => {
  it("writes hits with the user's own columns, and what could not be read beside them", async () => {
    const query = structureQuery({structure: "Oc1ccccc1", mode: "contains"});
    const counts = await searchFiles(query, [at("in.csv")], {...OUT, output: at("hits.csv")});
    expect(counts).toEqual({hits: 3, issues: 1});
    expect(await readFile(at("hits.csv"), "utf8")).toBe(
      "compound_id,source,line,name,smiles,own_vendor\nE1,in.csv,2,,Oc1ccccc1,Acme\nE4,in.csv,5,,Oc1ccccc1,Beta\nE5,in.csv,6,,Cc1ccccc1O,Acme\n"
    );
    expect(await readFile(at("hits.csv.issues.csv"), "utf8")).toContain("in.csv,4,C1CC,");
  });

  it.each([
    ["not contains", ["E2"]],
    ["contained in", ["E1", "E4"]],
    ["not contained in", ["E2", "E5"]],
    ["exact", ["E1", "E4"]]
  ] as const)("answers “%s”", async (mode, expected) => {
    await searchFiles(structureQuery({structure: "Oc1ccccc1", mode}), [at("in.csv")], {...OUT, output: at("m.csv")});
    expect(await idsIn("m.csv")).toEqual(expected);
  });

  it("writes the nearest first, and no more than were asked for", async () => {
    const query = structureQuery({structure: "Cc1ccccc1O", mode: "similar", threshold: 0, most: 2});
    await searchFiles(query, [at("in.csv")], {...OUT, output: at("near.csv")});
    expect(await idsIn("near.csv")).toEqual(["E5", "E1"]);
  });

  it("gives in shards together what it gives whole, and takes what shards wrote as its input", async () => {
    const lines = Array.from({length: 2500}, (_, row) => `${"C".repeat(1 + (row % 9))}O,M${String(row)}`);
    await writeFile(at("many.csv"), `smiles,id\n${lines.join("\n")}\n`);
    const query = structureQuery({structure: "CCCCCCO", mode: "contains"});
    await searchFiles(query, [at("many.csv")], {...OUT, output: at("whole.csv")});
    await mkdir(at("parts"));
    for (const shard of ["1/2", "2/2"])
      await searchFiles(query, [at("many.csv")], {...OUT, output: at(`parts/${shard[0] ?? ""}.csv`), shard});
    await rm(at("parts/1.csv.issues.csv"));
    await rm(at("parts/2.csv.issues.csv"));
    const together = [...(await idsIn("parts/1.csv")), ...(await idsIn("parts/2.csv"))];
    expect([...together].sort()).toEqual([...(await idsIn("whole.csv"))].sort());
    await searchFiles(query, [at("parts")], {...OUT, output: at("again.csv")});
    expect(await idsIn("again.csv")).toEqual(together);
  });

  it("says what is wrong with a query before it reads anything", async () => {
    const query = structureQuery({structure: "C1CC(", mode: "contains"});
    await expect(searchFiles(query, [at("absent.csv")], {...OUT, output: at("o.csv")})).rejects.toThrow(
      "invalid SMARTS"
    );
  });

  it("refuses an output that it cannot write", async () => {
    const query = structureQuery({structure: "C", mode: "contains"});
    await expect(searchFiles(query, [at("in.csv")], {...OUT, output: at("o.xlsx")})).rejects.toThrow("invalid output");
  });
});
