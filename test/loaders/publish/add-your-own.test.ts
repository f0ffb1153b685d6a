import {execFile} from "node:child_process";
import {cp, mkdtemp, readdir, readFile, symlink, writeFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {pathToFileURL} from "node:url";
import {promisify} from "node:util";
import {parse} from "csv-parse/sync";
import {beforeAll, describe, expect, it} from "vitest";
import {openModels} from "../../../loaders/admet/open-models.js";
import {findPython} from "../../../loaders/find-python.js";
import {readGuide} from "../../../loaders/publish/read-guide.js";
import type {ModelCard} from "../../../src/admet/model-card.js";
import {mpoScores, parseMpoProfile} from "../../../src/scoring/mpo.js";
import {compounds} from "../../../src/tables/compounds.js";
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
    expect(written).toHaveLength(8);
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

  it("gives a profile that ranks by columns of the screening", async () => {
    const text = await readFile(join(root, "data/curated/mpo-profiles.json"), "utf8");
    const [team, ...others] = (JSON.parse(text) as unknown[]).map(parseMpoProfile);
    expect(team?.name).toBe("Team");
    expect(others.length).toBeGreaterThanOrEqual(3);
    expect(team?.criteria.every(({column}) => column in compounds.columns)).toBe(true);
    const values: Record<string, number[]> = {
      mw_da: [300, 600],
      esol_log_mol_l: [-3, -8],
      fsp3: [0.5, 0],
      brain_access: [0, 1]
    };
    const {score} = mpoScores(team!, (name) => Float64Array.from(values[name] ?? []), 2);
    expect([...score]).toEqual([1, 0]);
  });

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

/** A Python that can train, if this machine has one. */
const python = findPython("xgboost", "sklearn", "rdkit");

describe.skipIf(python === undefined)(
  "docs/add-your-own.md, the model (needs Python with xgboost, scikit-learn and rdkit)",
  () => {
    it("stands beside the others, with a card that says how little eighty values can teach", async () => {
      await cp("data/models", join(root, "data/models"), {recursive: true});
      const before = (await readdir(join(root, "data/models"))).length;
      const chains = Array.from(
        {length: 80},
        (_, n) => `${"C".repeat(1 + (n % 19))}${["O", "N", "c1ccccc1", "C(=O)O"][n % 4] ?? ""}`
      );
      const values = chains.map((smiles, n) => `${smiles},${String(smiles.length / 4 + (n % 3) / 10)}`);
      await writeFile(join(root, "my-values.csv"), ["smiles,value", ...values].join("\n"));
      const [, command = ""] = /^npm run fumehood -- (train-admet .*)$/m.exec(await readGuide()) ?? [];
      const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
      await run(process.execPath, [tsx, "src/bin/fumehood.ts", ...words, "--python", python ?? ""], {cwd: root});
      const card = JSON.parse(await readFile(join(root, "data/models/my-values.json"), "utf8")) as ModelCard;
      expect(card.endpoint).toMatchObject({id: "my-values", label: "My values", group: "absorption"});
      expect(card.libraryDifference).toBeLessThan(1e-5);
      expect((await readdir(join(root, "data/models"))).length).toBe(before + 1);
      const {set, index} = await openModels(join(root, "data/models"));
      expect(set.models.at(-1)?.card.endpoint.id).toBe("my-values");
      expect(index.measured.at(-1)?.molecules.length).toBeGreaterThan(40);
    }, 300_000);
  }
);

describe("readGuide()", () => {
  it("holds all its parts, the one on sources with it", async () => {
    const headings = [...(await readGuide()).matchAll(/^## (.*)$/gm)].map((match) => match[1]);
    expect(headings).toEqual(["A column", "A rule", "A profile to rank by", "A page", "A model", "A source"]);
    expect(await readGuide()).toContain("loaders/sources/all-sources.ts");
  });
});
