import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {type MatchTarget, matchTarget} from "../../src/chem/match-target.js";
import type {Mol, RDKit} from "../../src/chem/molecule.js";
import {moleculeGraph} from "../../src/chem/molecule-graph.js";
import {moleculeQuery} from "../../src/chem/molecule-query.js";
import {matchState} from "../../src/chem/match-state.js";
import {occursIn, planQuery} from "../../src/chem/smarts-query.js";
import {readNativeRows} from "./native-rdkit.js";

const QUERIES =
  "c1ccccc1 C1=CC=CC=C1 c1ccncc1 CC(=O)N CS(=O)(=O)N [O-] [NH3+] c1cc[nH]c1 FC(F)F C#N [13CH3] [N+](=O)[O-] Cl.N C[N+](C)(C)C C1CC1 C[O] C=CC=C [2H]C";
const EXTRA =
  "[2H]C([2H])([2H])O [13CH3]C(=O)O C[N+](C)(C)C [O-][n+]1ccccc1 [Na+].[Cl-] CC[O-] C[NH3+] Cl.NC C[O]".split(" ");

let rdkit: RDKit;
let molecules: Mol[];
beforeAll(async () => {
  rdkit = await loadRDKit();
  molecules = [...readNativeRows().map(({smiles}) => smiles), ...EXTRA].map((smiles) => rdkit.get_mol(smiles)!);
  return () => {
    for (const molecule of molecules) molecule.delete();
  };
});
const targetOf = (molecule: Mol): MatchTarget => matchTarget(moleculeGraph(molecule));

describe("moleculeQuery(molecule)", () => {
  it.each(QUERIES.split(" "))("finds %s where RDKit finds it as a molecule", (smiles) => {
    const query = rdkit.get_mol(smiles)!;
    const plan = planQuery(moleculeQuery(targetOf(query))!)!;
    for (const molecule of molecules) {
      const expected = molecule.get_substruct_match(query) !== "{}";
      expect([molecule.get_smiles(), occursIn(plan, matchState(targetOf(molecule)))]).toEqual([
        molecule.get_smiles(),
        expected
      ]);
    }
    query.delete();
  });
  it("leaves wildcards and dative bonds to RDKit", () => {
    for (const smiles of ["*C", "N->[Fe]"]) expect(moleculeQuery(targetOf(rdkit.get_mol(smiles)!))).toBeNull();
  });
  it("has no atoms for an empty molecule", () => {
    expect(moleculeQuery(matchTarget({atoms: [], bonds: [], rings: []}))?.atoms).toEqual([]);
  });
});
