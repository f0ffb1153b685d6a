import {describe, expect, it} from "vitest";
import {pocketOf, residuesOf, type StructureAtom} from "../../src/structures/residues.js";

let serial = 0;
const atom = (
  residueName: string,
  residueNumber: number,
  name: string,
  x: number,
  insertionCode = ""
): StructureAtom => ({
  ...{serial: ++serial, element: name.charAt(0), name, residueName, residueNumber, insertionCode, chain: "A"},
  ...{x, y: 0, z: 0}
});
const ligand = ["N1", "C1", "C2", "C3", "C4", "C5"].map((name, i) => atom("LIG", 900, name, -1.4 * i));

describe("residuesOf(atoms)", () => {
  it("tells chain, ligand, water and additives apart", () => {
    const roles = residuesOf([
      ...ligand,
      atom("ALA", 1, "CA", 50),
      atom("HOH", 2, "O", 60),
      ...["S", "O1", "O2", "O3", "O4"].map((name, i) => atom("SO4", 3, name, 70 + i)),
      ...["N", "CA", "C", "O", "P"].map((name, i) => atom("PTR", 4, name, 80 + i))
    ]).map(({name, role}) => `${name} ${role}`);
    expect(roles).toEqual(["LIG ligand", "ALA polymer", "HOH water", "SO4 ion", "PTR polymer"]);
  });

  it("keeps residues of one number and different insertion codes apart", () => {
    const ids = residuesOf([atom("ALA", 52, "CA", 0), atom("GLY", 52, "CA", 4, "A")]).map(({id}) => id);
    expect(ids).toEqual(["A:52", "A:52A"]);
  });

  it("of no atoms is empty", () => {
    expect(residuesOf([])).toEqual([]);
  });
});

describe("pocketOf(ligand, residues, cutoff)", () => {
  it("is the residues of chains within the cutoff, the nearest first", () => {
    const residues = residuesOf([...ligand, atom("ALA", 1, "CA", 4), atom("GLY", 2, "CA", 3), atom("SER", 3, "CA", 9)]);
    const own = residues.find(({role}) => role === "ligand");
    expect(own && pocketOf(own, residues, 5).map(({id}) => id)).toEqual(["A:2", "A:1"]);
  });
});
