import {readFileSync} from "node:fs";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {
  alertAtoms,
  compileAlerts,
  findAlerts,
  releaseAlerts,
  type AlertCatalogue,
  type AlertHit,
  type AlertSet
} from "../../src/alerts/structural-alerts.js";
import {withMolecule, type RDKit} from "../../src/chem/molecule.js";

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const {sets} = read("../../data/curated/alerts.json") as {readonly sets: readonly AlertSet[]};
/** Alerts per set and molecule by native RDKit 2022.09.3's FilterCatalog; our own table, made for this test. */
const native = read("../fixtures/chem/native-alerts.json") as readonly [string, Readonly<Record<string, string[]>>][];

let rdkit: RDKit;
let catalogue: AlertCatalogue;
beforeAll(async () => {
  rdkit = await loadRDKit();
  catalogue = compileAlerts(rdkit, sets);
});
afterAll(() => {
  releaseAlerts(catalogue);
});
const hitsOf = (smiles: string): AlertHit[] =>
  withMolecule(rdkit, smiles, (molecule) => findAlerts(catalogue, molecule)) ?? [];
const namesOf = (smiles: string, set: string): string[] =>
  hitsOf(smiles)
    .filter((hit) => hit.set === set)
    .map(({name}) => name)
    .sort();

describe("findAlerts(catalogue, molecule, target)", () => {
  it("has all 1,585 alerts of RDKit's 13 sets", () => {
    expect([sets.length, catalogue.entries.length]).toEqual([13, 1585]);
  });

  it("agrees hit for hit with native RDKit on PAINS, Brenk, NIH and ZINC", () => {
    for (const [smiles, expected] of native)
      for (const [set, names] of Object.entries(expected))
        expect([smiles, namesOf(smiles, set)]).toEqual([smiles, names]);
  });

  it("sees hydrogens that PAINS write as atoms", () => {
    expect(namesOf("Oc1ccccc1O", "pains_b")).toEqual(["catechol_A(92)"]);
    expect(namesOf("COc1ccccc1OC", "pains_b")).toEqual([]);
  });

  it("flags a counted alert only beyond its limit", () => {
    expect(namesOf("CCCl", "zinc")).not.toContain("Alkyl_halides");
    expect(namesOf("ClCCCCl", "zinc")).toContain("Alkyl_halides");
  });

  it("finds nothing in water", () => {
    expect(hitsOf("O")).toEqual([]);
  });
});

describe("alertAtoms(catalogue, hit, molecule)", () => {
  it("gives the atoms of each occurrence", () => {
    const [hit] = hitsOf("CC(=O)Cl").filter(({set}) => set === "brenk");
    const atoms = withMolecule(rdkit, "CC(=O)Cl", (molecule) => (hit ? alertAtoms(catalogue, hit, molecule) : []));
    expect(atoms?.map((match) => [...match].sort())).toEqual([[1, 2, 3]]);
  });

  it("of an unknown alert is empty", () => {
    const hit = {set: "none", index: 0, name: "x"};
    expect(withMolecule(rdkit, "C", (molecule) => alertAtoms(catalogue, hit, molecule))).toEqual([]);
  });
});
