import {execFile} from "node:child_process";
import {mkdtemp, readFile, symlink, writeFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {pathToFileURL} from "node:url";
import {promisify} from "node:util";
import {parse} from "csv-parse/sync";
import {beforeAll, describe, expect, it} from "vitest";
import {readGuide} from "../../../loaders/publish/read-guide.js";
import type {Query} from "../../../src/store/store.js";
import {openSmallStore} from "../../small-store.js";
import {copySources, followGuide} from "./follow-guide.js";

const run = promisify(execFile);
const tsx = createRequire(import.meta.url).resolve("tsx/cli");

let root: string;
let written: readonly string[];
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "fumehood-guide-"));
  await copySources(root);
  for (const name of ["node_modules", "package.json", "tsconfig.json", "types"])
    await symlink(resolve(name), join(root, name));
  written = await followGuide(root);
}, 60_000);

/** Screens structures with the code of the copy. */
async function screenInCopy(lines: readonly string[]): Promise<Record<string, string>[]> {
  await writeFile(join(root, "in.smi"), lines.join("\n"));
  await run(process.execPath, [tsx, "src/bin/fumehood.ts", "screen", "in.smi", "-o", "out.csv", "--threads", "1"], {
    cwd: root
  });
  return parse(await readFile(join(root, "out.csv"), "utf8"), {columns: true});
}

describe("docs/add-your-own.md", () => {
  it("gives files that pass the types of the project", async () => {
    expect(written).toHaveLength(7);
    const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
    const files = written.filter((path) => path.endsWith(".ts"));
    const options = ["--noEmit", "--incremental", "false", "-p", "tsconfig.guide.json"];
    const config = {extends: "./tsconfig.json", include: ["types"], files};
    await writeFile(join(root, "tsconfig.guide.json"), JSON.stringify(config));
    const {stdout} = await run(process.execPath, [tsc, ...options], {cwd: root}).catch(
      (error: unknown) => error as {stdout: string}
    );
    expect(stdout).toBe("");
  }, 120_000);

  it("gives a column and a rule that the screening computes", async () => {
    const [benzene, hexane, polar] = await screenInCopy([
      "c1ccccc1C1CCCCC1 one",
      "CCCCCC two",
      "OCC(O)C(O)C(O)CO three"
    ]);
    expect(benzene).toMatchObject({aromatic_ring_share: "0.5", three_75_violations: "2"});
    expect(hexane).toMatchObject({aromatic_ring_share: "", three_75_violations: "1"});
    expect(polar).toMatchObject({three_75_violations: "0"});
  }, 120_000);

  it("gives a page whose question DuckDB answers", async () => {
    const path = pathToFileURL(join(root, "src/store/queries/most-potent.ts")).href;
    const {mostPotent} = (await import(/* @vite-ignore */ path)) as {mostPotent: (count: number) => Query<unknown>};
    const store = await openSmallStore();
    expect(await store.rows(mostPotent(1))).toEqual([{compound_id: "C2", symbol: "AAA", pchembl_median: 9}]);
  });
});

describe("readGuide()", () => {
  it("holds all five parts, the one on sources with it", async () => {
    const headings = [...(await readGuide()).matchAll(/^## (.*)$/gm)].map((match) => match[1]);
    expect(headings).toEqual(["A column", "A rule", "A page", "A model", "A source"]);
    expect(await readGuide()).toContain("loaders/sources/all-sources.ts");
  });
});
