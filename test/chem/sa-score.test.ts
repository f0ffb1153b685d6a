import {readFileSync} from "node:fs";
import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {readScreeningTables} from "../../loaders/screening-tables.js";
import {descriptors} from "../../src/chem/descriptors.js";
import {encodeFragmentScores, type FragmentScores, readFragmentScores} from "../../src/chem/fragment-scores.js";
import {type RDKit, withMolecule} from "../../src/chem/molecule.js";
import {moleculeGraph} from "../../src/chem/molecule-graph.js";
import {morganEnvironments} from "../../src/chem/morgan-environments.js";
import {saScore} from "../../src/chem/sa-score.js";

/** SMILES, score and Morgan counts by native RDKit 2022.09.3; our own table, made for this test. */
const native = JSON.parse(
  readFileSync(new URL("../fixtures/chem/native-sa.json", import.meta.url), "utf8")
) as readonly [smiles: string, score: number, counts: Readonly<Record<string, number>>][];

let rdkit: RDKit;
let fragments: FragmentScores;
beforeAll(async () => {
  rdkit = await loadRDKit();
  fragments = readFragmentScores((await readScreeningTables()).saFragments);
});
const scoreOf = (smiles: string): number | null =>
  withMolecule(rdkit, smiles, (molecule) =>
    saScore(fragments, {graph: moleculeGraph(molecule), descriptors: descriptors(molecule)})
  );

describe("saScore(fragments, {graph, descriptors})", () => {
  it.each(native)("equals native RDKit's for %s", (smiles, score) => {
    expect(scoreOf(smiles)).toBeCloseTo(score, 8);
  });
  it("stays within 1 and 10", () => {
    for (const smiles of ["C", "CCCCCC", "C12C3C4C1C5C2C3C45"]) {
      expect(scoreOf(smiles)).toBeGreaterThanOrEqual(1);
      expect(scoreOf(smiles)).toBeLessThanOrEqual(10);
    }
  });
  it("is the same however the SMILES is written", () => {
    expect(scoreOf("OC(=O)c1ccccc1OC(C)=O")).toBeCloseTo(scoreOf("CC(=O)Oc1ccccc1C(=O)O") ?? NaN, 10);
  });
  it("is null for no atoms", () => {
    const graph = {atoms: [], bonds: [], rings: []};
    const none = {n_stereocentres: 0, n_spiro_atoms: 0, n_bridgehead_atoms: 0};
    expect(saScore(fragments, {graph, descriptors: none})).toBeNull();
  });
});

describe("morganEnvironments(graph, radius)", () => {
  it.each(native)("counts what RDKit counts in %s, under the same numbers", (smiles, _, counts) => {
    const found = withMolecule(rdkit, smiles, (molecule) => morganEnvironments(moleculeGraph(molecule), 2));
    expect(Object.fromEntries(found ?? [])).toEqual(counts);
  });
  it("is empty for no atoms", () => expect(morganEnvironments({atoms: [], bonds: [], rings: []}, 2).size).toBe(0));
});

describe("readFragmentScores(bytes)", () => {
  const groups = [
    {score: 1.2345, environments: [4294967295, 0, 300]},
    {score: -3, environments: [7]}
  ];
  it("gives back what was written, and −4 for what was not", () => {
    const scores = readFragmentScores(encodeFragmentScores({about: "x"}, groups));
    expect([4294967295, 0, 300, 7, 8].map((number) => scores.score(number))).toEqual([1.2345, 1.2345, 1.2345, -3, -4]);
  });
  it("has the 705,292 environments of the published table", () => expect(fragments.count).toBe(705_292));
  it("refuses what is no such table", () => {
    expect(() => readFragmentScores(new Uint8Array(20))).toThrow("invalid fragment scores");
    expect(() => readFragmentScores(new Uint8Array())).toThrow("invalid fragment scores");
  });
  it("refuses a table that is cut off", () => {
    const bytes = encodeFragmentScores({}, groups);
    expect(() => readFragmentScores(bytes.slice(0, -3))).toThrow();
  });
});
