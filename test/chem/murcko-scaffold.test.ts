import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {type RDKit, withMolecule} from "../../src/chem/molecule.js";
import {murckoScaffold} from "../../src/chem/murcko-scaffold.js";

let rdkit: RDKit;
beforeAll(async () => {
  rdkit = await loadRDKit();
});
const scaffoldOf = (smiles: string): string | null =>
  withMolecule(rdkit, smiles, (molecule) => murckoScaffold(rdkit, molecule));

// Expected values are those of native RDKit 2022.09 (rdkit.Chem.Scaffolds.MurckoScaffold), without stereo.
describe("murckoScaffold(rdkit, molecule)", () => {
  it.each([
    ["CC(C)c1ccc(CC(=O)O)cc1", "c1ccccc1"],
    ["O=C(Nc1ccccc1)C1CC1C", "O=C(Nc1ccccc1)C1CC1"],
    ["CN1CCC[C@H]1c1cccnc1", "c1cncc(C2CCCN2)c1"],
    ["CC(=O)Oc1ccccc1C(=O)O", "c1ccccc1"],
    ["O=C1CCCCC1CC", "O=C1CCCCC1"],
    ["Cc1ncc(C[n+]2csc(CCO)c2C)c(N)n1", "c1ncc(C[n+]2ccsc2)cn1"],
    ["C[C@@H]1CCN(C(=O)CC#N)C[C@@H]1N(C)c1ncnc2[nH]ccc12", "c1nc(NC2CCCNC2)c2cc[nH]c2n1"]
  ])("of %s is %s", (smiles, expected) => {
    const canonical = withMolecule(rdkit, expected, (molecule) => molecule.get_smiles());
    expect(scaffoldOf(smiles)).toBe(canonical);
  });

  it.each(["CCO", "", "[Na+].[Cl-]"])("of %j, which has no ring, is empty", (smiles) => {
    expect(scaffoldOf(smiles)).toBe("");
  });

  it("does not depend on how the SMILES is written", () => {
    expect(scaffoldOf("c1cc(C2CCCN2C)cnc1")).toBe(scaffoldOf("CN1CCCC1c1cccnc1"));
  });
});
