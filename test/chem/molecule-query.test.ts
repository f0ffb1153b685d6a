import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {type MatchTarget, matchTarget} from "../../src/chem/match-target.js";
import type {Mol, RDKit} from "../../src/chem/molecule.js";
import {moleculeGraph} from "../../src/chem/molecule-graph.js";
import {moleculeQuery} from "../../src/chem/molecule-query.js";
import {packTarget, unpackedTarget, unpackTarget} from "../../src/chem/packed-target.js";
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

describe("unpackTarget(packTarget(target))", () => {
  it("is the target again, valences aside", () => {
    for (const molecule of molecules) {
      const target = targetOf(molecule);
      const again = unpackTarget(packTarget(target)!);
      const neighbours = ({first, neighbour, order, inRing}: MatchTarget, atom: number): string[] =>
        Array.from(neighbour.subarray(first[atom], first[atom + 1]), (other, i) => {
          const at = (first[atom] ?? 0) + i;
          return `${String(other)} ${String(order[at])} ${String(inRing[at])}`;
        }).sort();
      for (const name of [
        "element",
        "aromatic",
        "charge",
        "isotope",
        "radicals",
        "hydrogens",
        "implicitHydrogens",
        "degree",
        "ringCount",
        "smallestRing",
        "ringBonds"
      ] as const)
        expect([name, ...again[name].subarray(0, target.count)]).toEqual([name, ...target[name]]);
      for (let atom = 0; atom < target.count; atom++) expect(neighbours(again, atom)).toEqual(neighbours(target, atom));
    }
  });
  it("leaves nothing of what was in its room before", () => {
    const room = unpackedTarget();
    unpackTarget(packTarget(targetOf(molecules[0]!))!, room);
    const small = unpackTarget(packTarget(targetOf(rdkit.get_mol("CO")!))!, room);
    expect([small.count, [...small.degree.subarray(0, 2)], [...small.first.subarray(0, 3)]]).toEqual([
      2,
      [1, 1],
      [0, 1, 2]
    ]);
  });
  it("has no place for more than 255 atoms", () => {
    expect(packTarget(targetOf(rdkit.get_mol("C".repeat(300))!))).toBeNull();
  });
  it("keeps nothing of an empty molecule", () => {
    expect(unpackTarget(packTarget(matchTarget({atoms: [], bonds: [], rings: []}))!).count).toBe(0);
  });
});
