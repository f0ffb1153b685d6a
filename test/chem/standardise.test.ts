import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {readScreeningTables} from "../../loaders/screening-tables.js";
import {withMolecule, type RDKit} from "../../src/chem/molecule.js";
import {neutralise} from "../../src/chem/neutralise.js";
import {compileSalts, standardise, type SaltSet, type StandardForm} from "../../src/chem/standardise.js";

let rdkit: RDKit;
let salts: SaltSet;
beforeAll(async () => {
  rdkit = await loadRDKit();
  salts = compileSalts(rdkit, (await readScreeningTables()).salts.fragments);
});
afterAll(() => {
  expect(salts.size).toBeGreaterThan(90);
});
const formOf = (smiles: string): StandardForm | null =>
  withMolecule(rdkit, smiles, (molecule) => standardise(rdkit, salts, molecule));

describe("standardise(rdkit, salts, molecule)", () => {
  it.each([
    ["leaves a neutral parent alone", "OCC", "CCO", []],
    ["takes off a counter-ion and settles the charge", "CC[NH3+].[Cl-]", "CCN", ["removed salt", "neutralised"]],
    ["takes off water", "c1ccccc1CCN.O.O", "NCCc1ccccc1", ["removed salt"]],
    ["takes off an organic salt former", "OC(=O)/C=C/C(O)=O.CN1CCCC1", "CN1CCCC1", ["removed salt"]],
    ["keeps the largest of several parents", "c1ccccc1O.CCCN", "Oc1ccccc1", ["kept largest fragment"]],
    ["keeps one of several equal parents", "CCCN.CCCN.Cl", "CCCN", ["removed salt", "removed duplicate fragment"]],
    ["keeps a betaine", "C[N+](C)(C)CC(=O)[O-]", "C[N+](C)(C)CC(=O)[O-]", []],
    ["keeps isotopes and configuration", "[2H]C[C@H](F)[NH3+]", "[2H]C[C@@H](N)F", ["neutralised"]],
    ["keeps a structure of different salts alone", "[Na+].[Cl-]", "[Cl-].[Na+]", []],
    [
      "keeps the organic half of two salt formers",
      "c1ccccc1C(=O)[O-].[Na+]",
      "O=C(O)c1ccccc1",
      ["removed salt", "neutralised"]
    ],
    ["keeps a mixture of salt formers", "CC(=O)O.NCCO", "CC(=O)O.NCCO", []],
    ["keeps a metal ion", "[Fe+2]", "[Fe+2]", []],
    [
      "takes off sodium that is bonded to oxygen",
      "[Na]OC(=O)c1ccccc1",
      "O=C(O)c1ccccc1",
      ["normalised groups", "removed salt", "neutralised"]
    ],
    ["draws an imidic acid as an amide", "OC(=N)c1ccccc1", "NC(=O)c1ccccc1", ["normalised groups"]]
  ])("%s: %s", (_, smiles, parent, changes) => {
    expect(formOf(smiles)).toEqual({smiles: parent, changes});
  });
});

describe("neutralise(rdkit, smiles)", () => {
  it.each([
    ["a zwitterion without fixed charge", "C[C@H]([NH3+])C(=O)[O-]", "C[C@H](N)C(=O)O"],
    ["a pyridinium with a proton", "Cc1cc[nH+]cc1", "Cc1ccncc1"],
    ["a double bond's configuration", "[O-]/C=C/F", "O/C=C/F"],
    ["the weaker of two acids beside a fixed cation", "C[N+](C)(C)CC([O-])CC(=O)[O-]", "C[N+](C)(C)CC(O)CC(=O)[O-]"],
    ["a phenolate and a carboxylate", "O=C([O-])c1ccccc1[O-]", "O=C(O)c1ccccc1O"]
  ])("settles %s", (_, smiles, expected) => {
    expect(neutralise(rdkit, smiles)).toBe(expected);
  });

  it.each([
    ["a quaternary ammonium", "C[N+](C)(C)C"],
    ["a nitro group", "O=[N+]([O-])c1ccccc1"],
    ["an N-oxide", "[O-][n+]1ccccc1"],
    ["an azide", "CN=[N+]=[N-]"],
    ["tetrafluoroborate", "F[B-](F)(F)F"],
    ["a tropylium cation", "c1ccc[cH+]cc1"]
  ])("leaves %s", (_, smiles) => {
    expect(neutralise(rdkit, smiles)).toBe(smiles);
  });
});
