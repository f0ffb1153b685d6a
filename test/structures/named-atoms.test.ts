import {describe, expect, it} from "vitest";
import {namedAtoms} from "../../src/structures/named-atoms.js";
import {residuesOf, type StructureAtom} from "../../src/structures/residues.js";

let serial = 0;
const atom = (residueName: string, chain: string, residueNumber: number, name: string, insertionCode = "") =>
  ({
    serial: ++serial,
    element: "C",
    name,
    residueName,
    residueNumber,
    insertionCode,
    chain,
    x: 0,
    y: 0,
    z: 0
  }) as StructureAtom;
const residues = residuesOf([
  ...[atom("GLU", "A", 957, "O"), atom("GLU", "A", 957, "CA"), atom("GLU", "B", 957, "O"), atom("MI1", "A", 1, "N12")],
  ...[atom("ALA", "A", 52, "CA"), atom("GLY", "A", 52, "CA", "A"), atom("DG", "C", 3, "O5'")]
]);
const serials = (text: string) => {
  const found = namedAtoms(text, residues);
  return typeof found === "string" ? found : found.map((each) => each.serial);
};

describe("namedAtoms(text, residues)", () => {
  it("finds atoms however their residue is written", () => {
    expect(serials("957 O, A:957 CA; GLU957 O – GLU B957 O - B:957 O")).toEqual([1, 2, 1, 3, 3]);
  });

  it("finds those of ligands, insertion codes and primes, in either case", () => {
    expect(serials("MI1 A1 n12, 52A CA, C:3 O5'")).toEqual([4, 6, 7]);
  });

  it("says what is not there, and which atoms are", () => {
    expect(serials("999 O")).toBe("there is no residue “999”");
    expect(serials("A:957 XX")).toBe("“A:957” has no atom XX; it has O, CA");
    expect(serials("O")).toContain("names no residue");
  });

  it("of nothing is empty", () => {
    expect(serials(" , ")).toEqual([]);
  });
});
