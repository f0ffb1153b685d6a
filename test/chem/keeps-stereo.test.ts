import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {keepsStereo} from "../../src/chem/keeps-stereo.js";
import {type RDKit, withMolecule} from "../../src/chem/molecule.js";

let rdkit: RDKit;
beforeAll(async () => {
  rdkit = await loadRDKit();
});
/** A molblock of a SMILES, whose wedges say what a conformer's places would. */
const keeps = (smiles: string, conformer: string): boolean =>
  keepsStereo(rdkit, smiles, withMolecule(rdkit, conformer, (molecule) => molecule.get_molblock()) ?? "");

describe("keepsStereo(rdkit, smiles, molblock)", () => {
  it("is true of the same structure, however it is written", () => {
    expect(keeps("C[C@@H](N)C(=O)O", "N[C@H](C)C(=O)O")).toBe(true);
  });

  it("is false of the mirror image, of the other double bond, and of another structure", () => {
    expect(keeps("C[C@@H](N)C(=O)O", "C[C@H](N)C(=O)O")).toBe(false);
    expect(keeps("F/C=C/Cl", "F/C=C\\Cl")).toBe(false);
    expect(keeps("CCO", "CCN")).toBe(false);
  });

  it("is true where a centre that the SMILES leaves open has become one of the two", () => {
    expect(keeps("CC(N)C(=O)O", "C[C@@H](N)C(=O)O")).toBe(true);
    expect(keeps("CC(F)[C@H](C)Cl", "C[C@@H](F)[C@H](C)Cl")).toBe(true);
  });

  it("is false where one centre is open and the given one has changed", () => {
    expect(keeps("CC(F)[C@H](C)Cl", "C[C@@H](F)[C@@H](C)Cl")).toBe(false);
  });

  it("is false of what cannot be read", () => {
    expect(keepsStereo(rdkit, "CCO", "no molblock")).toBe(false);
    expect(keepsStereo(rdkit, "not one", "")).toBe(false);
  });
});
