import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {withMolecule, type Mol, type RDKit} from "../../src/chem/molecule.js";

let rdkit: RDKit;
beforeAll(async () => {
  rdkit = await loadRDKit();
});

describe("withMolecule(rdkit, text, use)", () => {
  it("returns what use returns", () => {
    expect(withMolecule(rdkit, "OCC", (molecule) => molecule.get_smiles())).toBe("CCO");
  });

  it("returns null when the text is no molecule", () => {
    expect(withMolecule(rdkit, "C1CC", () => "used")).toBeNull();
  });

  it("releases the molecule", () => {
    const kept = withMolecule(rdkit, "C", (molecule) => molecule);
    expect(kept?.isDeleted()).toBe(true);
  });

  it("releases the molecule when use throws, and lets the error through", () => {
    const seen: Mol[] = [];
    const use = (molecule: Mol): never => {
      seen.push(molecule);
      throw new Error("broken use");
    };
    expect(() => withMolecule(rdkit, "C", use)).toThrow("broken use");
    expect(seen.map((molecule) => molecule.isDeleted())).toEqual([true]);
  });

  it.each(["[H]OCC", "[2H]C([2H])([2H])O", "[H][H]", "C[C@@]([H])(F)Cl", "c1cc[nH]c1", "CN(=O)=O", "F/C=C/F"])(
    "reads %s as RDKit does when it is asked for everything, hydrogens merged",
    (text) => {
      const whole = rdkit.get_mol(text)!;
      expect(withMolecule(rdkit, text, (molecule) => molecule.get_smiles())).toBe(whole.get_smiles());
      expect(withMolecule(rdkit, text, (molecule) => molecule.get_json())).toBe(whole.get_json());
      whole.delete();
    }
  );

  it("reads an empty text as an empty molecule", () => {
    expect(withMolecule(rdkit, "", (molecule) => molecule.get_num_atoms())).toBe(0);
  });

  it("reads a molblock", () => {
    const block = withMolecule(rdkit, "CCO", (molecule) => molecule.get_molblock());
    expect(withMolecule(rdkit, block ?? "", (molecule) => molecule.get_smiles())).toBe("CCO");
  });
});
