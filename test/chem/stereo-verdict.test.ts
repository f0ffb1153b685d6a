import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {isomerOf, stereoVerdict, type StereoVerdict} from "../../src/chem/stereo-verdict.js";
import {type RDKit, withMolecule} from "../../src/chem/molecule.js";

let rdkit: RDKit;
beforeAll(async () => {
  rdkit = await loadRDKit();
});
/** A molblock of a SMILES, whose wedges say what a conformer's places would. */
const verdict = (smiles: string, conformer: string): StereoVerdict =>
  stereoVerdict(rdkit, smiles, withMolecule(rdkit, conformer, (molecule) => molecule.get_molblock()) ?? "");

describe("stereoVerdict(rdkit, smiles, molblock)", () => {
  it("is the same for the same structure, however it is written", () => {
    expect(verdict("C[C@@H](N)C(=O)O", "N[C@H](C)C(=O)O")).toBe("same");
  });

  it("is other for the mirror image, of the other double bond, and of another structure", () => {
    expect(verdict("C[C@@H](N)C(=O)O", "C[C@H](N)C(=O)O")).toBe("other");
    expect(verdict("F/C=C/Cl", "F/C=C\\Cl")).toBe("other");
    expect(verdict("CCO", "CCN")).toBe("other");
  });

  it("is open where a centre that the SMILES leaves open has become one of the two", () => {
    expect(verdict("CC(N)C(=O)O", "C[C@@H](N)C(=O)O")).toBe("open");
    expect(verdict("CC(F)[C@H](C)Cl", "C[C@@H](F)[C@H](C)Cl")).toBe("open");
  });

  it("is other where one centre is open and the given one has changed", () => {
    expect(verdict("CC(F)[C@H](C)Cl", "C[C@@H](F)[C@@H](C)Cl")).toBe("other");
  });

  it("is other for what cannot be read", () => {
    expect(stereoVerdict(rdkit, "CCO", "no molblock")).toBe("other");
    expect(stereoVerdict(rdkit, "not one", "")).toBe("other");
  });
});

describe("isomerOf(rdkit, molblock)", () => {
  it("is a SMILES with the configuration and without hydrogens", () => {
    const molblock = withMolecule(rdkit, "[H]C(C)(N)C(=O)O", (molecule) => molecule.get_molblock()) ?? "";
    expect(isomerOf(rdkit, molblock)).toBe("CC(N)C(=O)O");
  });

  it("is null of what cannot be read", () => {
    expect(isomerOf(rdkit, "no molblock")).toBeNull();
  });
});
