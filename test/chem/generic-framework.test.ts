import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {genericFramework} from "../../src/chem/generic-framework.js";
import {type RDKit, withMolecule} from "../../src/chem/molecule.js";
import {moleculeGraph} from "../../src/chem/molecule-graph.js";

let rdkit: RDKit;
beforeAll(async () => {
  rdkit = await loadRDKit();
});
const frameworkOf = (smiles: string): string | null =>
  withMolecule(rdkit, smiles, (molecule) => genericFramework(rdkit, moleculeGraph(molecule)));

// Expected values are those of native RDKit 2022.09 (MakeScaffoldGeneric of GetScaffoldForMol), without stereo.
describe("genericFramework(rdkit, graph)", () => {
  it.each([
    ["CC(C)c1ccc(CC(=O)O)cc1", "C1CCCCC1"],
    ["O=C(Nc1ccccc1)C1CC1C", "CC(CC1CCCCC1)C1CC1"],
    ["C[C@@H]1CCN(C(=O)CC#N)C[C@@H]1N(C)c1ncnc2[nH]ccc12", "C1CCC(CC2CCCC3CCCC32)CC1"],
    ["O=S1(=O)CCN(c2ccccc2)CC1", "CC1(C)CCC(C2CCCCC2)CC1"]
  ])("of %s is %s", (smiles, expected) => {
    expect(frameworkOf(smiles)).toBe(expected);
  });

  it.each(["CCO", ""])("of %j, which has no ring, is empty", (smiles) => {
    expect(frameworkOf(smiles)).toBe("");
  });

  it("of a scaffold atom with five neighbours is null", () => {
    expect(frameworkOf("C1CCP12(CCC2)C1CC1")).toBeNull();
  });
});
