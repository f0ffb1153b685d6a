import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import type {RDKit} from "../../src/chem/molecule.js";
import {readSite} from "../../src/structures/binding-site.js";
import {residuesOf, type StructureAtom} from "../../src/structures/residues.js";

let rdkit: RDKit;
beforeAll(async () => {
  rdkit = await loadRDKit();
});

let serial = 0;
const atom = (residueName: string, residueNumber: number, name: string, x: number, y = 0, z = 0): StructureAtom => ({
  ...{serial: ++serial, element: name.replace(/\d.*/, "").slice(0, residueName === "ZN" ? 2 : 1), name, residueName},
  ...{residueNumber, insertionCode: "", chain: "A", x, y, z}
});
const hexagon = (
  name: (i: number) => string,
  residue: string,
  number: number,
  at: (x: number, y: number) => [number, number, number]
) =>
  Array.from({length: 6}, (_, i) => {
    const turn = (i * Math.PI) / 3;
    return atom(residue, number, name(i), ...at(1.39 * Math.cos(turn), 1.39 * Math.sin(turn)));
  });
/** Benzene in the plane z = 0, or aniline, phenol, benzoate by what hangs at x. */
const benzene = hexagon(
  (i) => `C${String(i)}`,
  "LIG",
  900,
  (x, y) => [x, y, 0]
);
const aniline = [...benzene, atom("LIG", 900, "N1", 2.79)];
const benzoate = [
  ...benzene,
  atom("LIG", 900, "C7", 2.89),
  atom("LIG", 900, "O1", 3.5, 1.09),
  atom("LIG", 900, "O2", 3.5, -1.09)
];
const phenyl = (at: (x: number, y: number) => [number, number, number]) => {
  const names = ["CG", "CD1", "CE1", "CZ", "CE2", "CD2"];
  return hexagon((i) => names[i] ?? "", "PHE", 20, at);
};

const found = (ligand: readonly StructureAtom[], others: readonly StructureAtom[]): string[] => {
  const residues = residuesOf([...ligand, ...others]);
  const own = residues.find(({name}) => name === "LIG");
  if (!own) throw new Error("no ligand");
  return readSite(rdkit, own, residues).interactions.map(({kind, residue, role}) => `${kind} ${residue.name} ${role}`);
};
/** A carbonyl whose oxygen is at a place and whose carbon lies beyond it along x. */
const carbonyl = (x: number, y = 0) => [atom("ASN", 30, "OD1", x, y), atom("ASN", 30, "CG", x + 1.23, y)];

describe("readSite(rdkit, ligand, residues)", () => {
  it("finds a hydrogen bond that the ligand gives, up to 4.1 Å, when the hydrogen points at the acceptor", () => {
    expect(found(aniline, carbonyl(4.3, 2.4))).toEqual(["hydrogen bond ASN donor"]);
    expect(found(aniline, carbonyl(5, 3.9))).toEqual([]);
  });

  it("finds the bond to a residue that the ligand has become a part of", () => {
    const cysteine = [atom("CYS", 33, "SG", 4.55), atom("CYS", 33, "CB", 5.3, 1.6)];
    expect(found(aniline, cysteine)).toContain("covalent bond CYS none");
    expect(found(aniline, [atom("CYS", 33, "SG", 5.1), atom("CYS", 33, "CB", 5.9, 1.6)])).toEqual([]);
  });

  it("turns a hydroxyl to the nearer of two oxygens", () => {
    const tyrosine = [atom("TYR", 34, "OH", 5.5, 2.4), atom("TYR", 34, "CZ", 6.5, 3.3)];
    expect(found(benzoate, tyrosine)).toEqual(["hydrogen bond TYR acceptor"]);
  });

  it("finds none where the hydrogens of a flat amine point away", () => {
    const above = [atom("ASN", 30, "OD1", 2.79, 0, 3), atom("ASN", 30, "CG", 2.79, 0, 4.23)];
    expect(found(aniline, above)).toEqual([]);
  });

  it("finds a hydrogen bond that a hydroxyl gives to the ligand, whose hydrogen turns", () => {
    const serine = [atom("SER", 31, "OG", 6.2, 1.1), atom("SER", 31, "CB", 6.8, 2.4)];
    expect(found(benzoate, serine)).toContain("hydrogen bond SER acceptor");
  });

  it("names charged groups a salt bridge, and the hydrogen bond within it not again", () => {
    const lysine = [atom("LYS", 32, "NZ", 6.3), atom("LYS", 32, "CE", 7.8)];
    expect(found(benzoate, lysine)).toEqual(["salt bridge LYS negative"]);
  });

  it("finds rings that lie over each other, not beyond 5.5 Å or shifted by more than 2 Å", () => {
    const at = (shift: number, height: number) =>
      found(
        benzene,
        phenyl((x, y) => [x + shift, y, height])
      );
    expect(at(0, 3.6)).toEqual(["parallel stacking PHE ring"]);
    expect(at(2.1, 3.6).filter((each) => each.includes("stacking"))).toEqual([]);
    expect(at(0, 5.6)).toEqual([]);
  });

  it("finds a ring that stands on the other", () => {
    expect(
      found(
        benzene,
        phenyl((x, y) => [x, 0, y + 5])
      )
    ).toEqual(["T stacking PHE ring"]);
  });

  it("finds a cation over a ring", () => {
    const lysine = [atom("LYS", 32, "NZ", 0, 0, 4), atom("LYS", 32, "CE", 0, 0, 5.5)];
    expect(found(benzene, lysine)).toEqual(["cation-π LYS ring"]);
  });

  it("finds a metal at an oxygen", () => {
    expect(found(benzoate, [atom("ZN", 40, "ZN", 5.2, 1.9)])).toContain("metal ZN acceptor");
  });

  it("finds a residue that a water joins to the ligand", () => {
    const water = atom("HOH", 50, "O", 4.2, 2.45);
    const acceptor = [atom("ASN", 30, "OD1", 6.9, 1.6), atom("ASN", 30, "CG", 8.1, 1.6)];
    expect(found(aniline, [water, ...acceptor])).toEqual(["water bridge ASN donor"]);
    expect(found(aniline, acceptor)).toEqual([]);
  });

  it("keeps every pair of carbons up to 4 Å, not only the nearest", () => {
    const leucine = [atom("LEU", 60, "CD1", 0, 0, 3.6), atom("LEU", 60, "CG", 0, 0, 5.1)];
    expect(found(benzene, leucine)).toEqual(Array.from({length: 6}, () => "hydrophobic LEU none"));
  });

  it("of a ligand alone in the file is empty", () => {
    expect(found(aniline, [])).toEqual([]);
  });

  it("of a ligand of one atom far from all is empty", () => {
    expect(found([atom("LIG", 900, "C1", 0)], [])).toEqual([]);
  });

  it("takes bond orders from a SMILES that fits, and from the geometry when it does not", () => {
    const residues = residuesOf(aniline);
    const [ligand] = residues;
    if (!ligand) throw new Error("no ligand");
    expect(readSite(rdkit, ligand, residues, {smiles: "NC1CCCCC1"}).chemistry?.smiles).toBe("NC1CCCCC1");
    expect(readSite(rdkit, ligand, residues, {smiles: "CCO"})).toMatchObject({source: "geometry"});
    expect(readSite(rdkit, ligand, residues, {smiles: "not one"}).chemistry?.smiles).toBe("Nc1ccccc1");
  });
});
