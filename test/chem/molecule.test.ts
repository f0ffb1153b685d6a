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

  it("reads an empty text as an empty molecule", () => {
    expect(withMolecule(rdkit, "", (molecule) => molecule.get_num_atoms())).toBe(0);
  });

  it("reads a molblock", () => {
    const block = withMolecule(rdkit, "CCO", (molecule) => molecule.get_molblock());
    expect(withMolecule(rdkit, block ?? "", (molecule) => molecule.get_smiles())).toBe("CCO");
  });
});
