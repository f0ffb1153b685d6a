import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {withMolecule, type RDKit} from "../../src/chem/molecule.js";
import {moleculeGraph, type MoleculeGraph} from "../../src/chem/molecule-graph.js";

let rdkit: RDKit;
beforeAll(async () => {
  rdkit = await loadRDKit();
});
const graphOf = (smiles: string): MoleculeGraph | null => withMolecule(rdkit, smiles, moleculeGraph);

describe("moleculeGraph(molecule)", () => {
  it("reads elements, hydrogens, charges, isotopes and radicals", () => {
    const atoms = graphOf("[13CH3][NH2+][O-]")?.atoms.map(({element, hydrogens, charge, isotope, radicals}) => [
      element,
      hydrogens,
      charge,
      isotope,
      radicals
    ]);
    expect(atoms).toEqual([
      [6, 3, 0, 13, 0],
      [7, 2, 1, 0, 0],
      [8, 0, -1, 0, 0]
    ]);
  });

  it("reads bonds with their Kekulé order and aromaticity", () => {
    const bonds = graphOf("C#Cc1ccccc1")?.bonds ?? [];
    expect(bonds.slice(0, 2)).toEqual([
      {from: 0, to: 1, order: 3, isAromatic: false},
      {from: 1, to: 2, order: 1, isAromatic: false}
    ]);
    expect(bonds.filter(({isAromatic}) => isAromatic)).toHaveLength(6);
  });

  it("gives each atom its bonds", () => {
    expect(graphOf("CC(C)C")?.atoms.map(({bonds}) => bonds)).toEqual([[0], [0, 1, 2], [1], [2]]);
  });

  it("reads rings as atom indices", () => {
    expect(graphOf("C1CC1C")?.rings.map((ring) => [...ring].sort())).toEqual([[0, 1, 2]]);
  });

  it("of an empty molecule is empty", () => {
    expect(graphOf("")).toEqual({atoms: [], bonds: [], rings: []});
  });

  it("of one atom has no bond", () => {
    expect(graphOf("[Na+]")?.bonds).toEqual([]);
  });
});
