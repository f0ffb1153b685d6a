import {describe, expect, it} from "vitest";
import {isHalogenBond} from "../../src/structures/halogen-bond.js";
import type {Residue, StructureAtom} from "../../src/structures/residues.js";

const atom = (name: string, element: string, x: number, y = 0): StructureAtom => ({
  ...{serial: 1, element, name, residueName: "XXX", residueNumber: 1, insertionCode: "", chain: "A"},
  ...{x, y, z: 0}
});
const residue = (role: Residue["role"], atoms: StructureAtom[]): Residue => ({
  ...{id: "A:1", chain: "A", number: 1, name: "XXX", role, atoms}
});

/** A halogen at the origin, its carbon at the left, an acceptor at an angle of C–X···A, its neighbour at 120° from X. */
function isBond({halogen = "Cl", acceptor = "O", name = "O", donorAngle = 170, length = 3.2, turn = 120, extra = 0}) {
  const own = atom("X1", halogen, 0);
  const at = ((180 - donorAngle) * Math.PI) / 180;
  const other = atom(name, acceptor, length * Math.cos(at), length * Math.sin(at));
  const away = at + Math.PI - (turn * Math.PI) / 180;
  const back = atom("C", "C", other.x + 1.23 * Math.cos(away), other.y + 1.23 * Math.sin(away));
  const more = Array.from({length: extra}, () => atom("CA", "C", other.x + 1.4, other.y));
  const ligand = residue("ligand", [atom("C1", "C", -1.74), own]);
  return isHalogenBond(own, ligand, other, residue("polymer", [other, back, ...more]));
}

describe("isHalogenBond(halogen, ligand, acceptor, residue)", () => {
  it("is true of a chlorine that points at a carbonyl oxygen from its side", () => {
    expect(isBond({})).toBe(true);
  });

  it("is true of bromine and iodine, not of fluorine", () => {
    expect(["Br", "I", "F"].map((halogen) => isBond({halogen}))).toEqual([true, true, false]);
  });

  it("is false where C–X···A is bent by more than 30° from 165°", () => {
    expect([136, 134].map((donorAngle) => isBond({donorAngle}))).toEqual([true, false]);
  });

  it("is false where X···A–Y is more than 30° from 120°", () => {
    expect([91, 89, 149, 151].map((turn) => isBond({turn}))).toEqual([true, false, true, false]);
  });

  it("is false beyond 4.0 Å", () => {
    expect([3.99, 4.01].map((length) => isBond({length}))).toEqual([true, false]);
  });

  it("is false to the nitrogen of the backbone, whose other neighbour is in the residue before", () => {
    expect(isBond({acceptor: "N", name: "N"})).toBe(false);
  });

  it("is false to an acceptor of two neighbours, and to carbon", () => {
    expect([isBond({extra: 1}), isBond({acceptor: "C"})]).toEqual([false, false]);
  });

  it("is false when the neighbour of an atom is missing from the file", () => {
    const own = atom("CL1", "Cl", 0);
    const other = atom("O", "O", 3.2);
    expect(isHalogenBond(own, residue("ligand", [own]), other, residue("polymer", [other]))).toBe(false);
  });
});
