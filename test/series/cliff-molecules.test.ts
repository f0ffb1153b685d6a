import {existsSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {editSimilarity} from "../../src/base/edit-similarity.js";
import {cliffMolecule, cliffMolecules} from "../../src/series/cliff-molecules.js";
import {kernels} from "../kernels/compiled.js";

const rdkit = await loadRDKit();
const FOLDER = "../shared/data/bioactivity/moleculeace";
const folder = existsSync(FOLDER) ? FOLDER : undefined;

const cliffsOf = (smiles: readonly string[], potencies: readonly number[]): Promise<boolean[]> =>
  cliffMolecules(
    kernels,
    smiles.map((text) => cliffMolecule(rdkit, text)!),
    potencies
  );

describe("cliffMolecules(kernels, molecules, potencies)", () => {
  it("marks similar molecules more than tenfold apart", async () => {
    const smiles = ["CCCCCCCCCCc1ccccc1", "CCCCCCCCCCCc1ccccc1", "OC(=O)C1CC1"];
    expect(await cliffsOf(smiles, [1, 11, 1000])).toEqual([true, true, false]);
    expect(await cliffsOf(smiles, [1, 10, 1000])).toEqual([false, false, false]);
  });

  it("of one molecule and of none finds no cliff", async () => {
    expect(await cliffsOf(["CCO"], [1])).toEqual([false]);
    expect(await cliffsOf([], [])).toEqual([]);
  });

  it("leaves molecules of unknown potency out", async () => {
    expect(await cliffsOf(["CCCCCCO", "CCCCCCO"], [1, NaN])).toEqual([false, false]);
  });

  it.skipIf(folder === undefined).each([
    ["CHEMBL2835_Ki", 615],
    ["CHEMBL1871_Ki", 659]
  ])("finds the published cliff_mol labels of %s (skipped without the shared data)", async (name, count) => {
    const lines = readFileSync(`${folder!}/${name}.csv`, "utf8").trim().split("\n").slice(1);
    const cells = lines.map((line) => line.split(","));
    const found = await cliffsOf(
      cells.map(([smiles = ""]) => smiles),
      cells.map(([, potency]) => Number(potency))
    );
    const agreed = found.filter((isCliff, row) => isCliff === (cells[row]?.[3] === "1")).length;
    expect(agreed).toBe(count);
  });
});

describe("cliffMolecule(rdkit, smiles)", () => {
  it("is null for what cannot be read", () => {
    expect(cliffMolecule(rdkit, "not a molecule")).toBeNull();
  });
});

describe("editSimilarity(one, other)", () => {
  it.each([
    ["kitten", "sitting", 1 - 3 / 7],
    ["", "", 1],
    ["", "abc", 0],
    ["same", "same", 1]
  ])("of %j and %j", (one, other, expected) => {
    expect(editSimilarity(one, other)).toBeCloseTo(expected, 12);
  });

  it("gives up early on texts less alike than asked for", () => {
    expect(editSimilarity("kitten", "sitting", 0.9)).toBe(0);
  });
});
