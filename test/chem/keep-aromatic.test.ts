import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {keepAromatic} from "../../src/chem/keep-aromatic.js";
import {type RDKit, withMolecule} from "../../src/chem/molecule.js";
import {moleculeGraph} from "../../src/chem/molecule-graph.js";
import {subMoleculeSmiles} from "../../src/chem/sub-molecule.js";

let rdkit: RDKit;
beforeAll(async () => {
  rdkit = await loadRDKit();
});

/** SMILES of the atoms kept of a molecule. */
const cut = (smiles: string, atoms: readonly number[]): string | null => {
  const graph = withMolecule(rdkit, smiles, moleculeGraph);
  const keep = new Set(atoms);
  return graph && subMoleculeSmiles(rdkit, keepAromatic(graph, keep), keep);
};

describe("keepAromatic(graph, keep)", () => {
  it.each([
    ["indole", "c1ccc2[nH]ccc2c1", [3, 4, 5, 6, 7], "c1cc[nH]c1"],
    ["indole, written in the other Kekulé form", "C1=CC2=C(C=C1)NC=C2", [2, 3, 6, 7, 8], "c1cc[nH]c1"],
    ["quinoline", "c1ccc2ncccc2c1", [3, 4, 5, 6, 7, 8], "c1ccncc1"],
    ["quinolone", "O=c1cc[nH]c2ccccc12", [0, 1, 2, 3, 4, 5, 10], "O=c1cc[nH]cc1"],
    ["indolizine", "c1ccn2cccc2c1", [3, 4, 5, 6, 7], "c1cc[nH]c1"]
  ])("keeps the ring left of %s aromatic", (_name, smiles, keep, expected) => {
    expect(cut(smiles, keep)).toBe(expected);
  });

  it("leaves half of azulene, which cannot be aromatic, with hydrogens and no radical", () => {
    expect(cut("c1ccc2cccc-2cc1", [3, 4, 5, 6, 7])).toMatch(/^C1=CC(CC1|=CC1)$|^C1=CCC=C1$|^C1=CCCC1$/);
  });

  it("changes nothing in a molecule without aromatic atoms", () => {
    expect(cut("C=CC1CCCC1", [0, 1])).toBe("C=C");
  });
});
