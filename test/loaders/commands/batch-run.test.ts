import {mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {Command} from "commander";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {BatchRun, withBatchOptions} from "../../../loaders/commands/batch-run.js";

let folder: string;
const at = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fumehood-batch-"));
  await writeFile(at("in.csv"), "smiles,IC50 (nM),Note\nCCO,1.5,x\nCC,NA,\n");
});
afterAll(async () => {
  await rm(folder, {recursive: true});
});
const COLUMNS = {smiles: {type: "VARCHAR"}} as const;

describe("BatchRun", () => {
  it("writes rows with the user's own columns behind them and the issues beside them, and counts both", async () => {
    const run = await BatchRun.open([at("in.csv")], {output: at("out.csv")});
    async function* rows() {
      for await (const {records} of run.records())
        for (const {structure, data} of records) yield {smiles: structure, ...run.ownCells(data)};
      run.addIssues([{source: at("in.csv"), line: 9, input: "?", reason: "no structure"}]);
    }
    expect(await run.write(COLUMNS, rows())).toEqual({rows: 2, issues: 1});
    expect(await readFile(at("out.csv"), "utf8")).toBe("smiles,own_ic50_nm,own_note\nCCO,1.5,x\nCC,,\n");
    expect(await readFile(at("out.csv.issues.csv"), "utf8")).toContain("in.csv,9,?,no structure");
  });
  it("writes issues where it is told", async () => {
    const run = await BatchRun.open([at("in.csv")], {output: at("o.csv"), issues: at("elsewhere.csv")});
    async function* none() {
      yield* [];
    }
    expect(await run.write(COLUMNS, none())).toEqual({rows: 0, issues: 0});
    expect(await readFile(at("elsewhere.csv"), "utf8")).toBe("source,line,input,reason\n");
  });
  it.each([
    [{output: "o.txt"}, "invalid output: o.txt"],
    [{output: "o.csv", shard: "3/2"}, "invalid shard: 3/2"]
  ])("refuses %o before anything is read", async (options, message) => {
    await expect(BatchRun.open([at("absent.csv")], options)).rejects.toThrow(message);
  });
});

describe("withBatchOptions(command, shard)", () => {
  const parsed = (...words: string[]): Command =>
    withBatchOptions(new Command("x"), "part")
      .exitOverride()
      .configureOutput({writeErr: () => undefined})
      .parse(["in.smi", "-o", "out.csv", ...words], {from: "user"});

  it("takes inputs, output, issues, threads and shard", () => {
    const command = parsed("--threads", "2", "--shard", "1/2", "--issues", "i.csv");
    expect(command.args).toEqual(["in.smi"]);
    expect(command.opts()).toEqual({output: "out.csv", threads: "2", shard: "1/2", issues: "i.csv"});
  });
  it.each(["0", "two", "1.5", "-1"])("refuses %s threads", (threads) => {
    expect(() => parsed(`--threads=${threads}`)).toThrow(`invalid threads: ${threads}`);
  });
});
