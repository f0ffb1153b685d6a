import {describe, expect, it} from "vitest";
import {contactsOf} from "../../src/structures/contacts.js";
import {pocketOf, residuesOf, type StructureAtom} from "../../src/structures/residues.js";
import {formatComplaint, structureFormat} from "../../src/structures/structure-format.js";
import {readInput} from "../../loaders/inputs.js";
import {structureAtoms} from "../../src/tables/structure-atoms.js";

let serial = 0;
const atom = (
  residueName: string,
  residueNumber: number,
  name: string,
  element: string,
  x: number,
  y = 0
): StructureAtom => ({
  ...{serial: ++serial, element, name, residueName, residueNumber, insertionCode: "", chain: "A"},
  ...{x, y, z: 0}
});
/** A ligand of five carbons in a row with a nitrogen at its end, at x = 0. */
const ligand = [
  atom("LIG", 900, "N1", "N", 0),
  ...[-1.4, -2.8, -4.2, -5.6, -7].map((x, i) => atom("LIG", 900, `C${String(i)}`, "C", x))
];
const kinds = (atoms: readonly StructureAtom[]) => {
  const residues = residuesOf([...ligand, ...atoms]);
  const own = residues.find(({role}) => role === "ligand")!;
  return contactsOf(own, residues).map(({kind, residue, distance}) => `${kind} ${residue.name} ${distance.toFixed(1)}`);
};

describe("residuesOf(atoms)", () => {
  it("tells chain, ligand, water and additives apart", () => {
    const roles = residuesOf([
      ...ligand,
      atom("ALA", 1, "CA", "C", 50),
      atom("HOH", 2, "O", "O", 60),
      ...["S", "O1", "O2", "O3", "O4"].map((name, i) => atom("SO4", 3, name, name[0]!, 70 + i)),
      ...["N", "CA", "C", "O", "P"].map((name, i) => atom("PTR", 4, name, name[0]!, 80 + i))
    ]).map(({name, role}) => `${name} ${role}`);
    expect(roles).toEqual(["LIG ligand", "ALA polymer", "HOH water", "SO4 ion", "PTR polymer"]);
  });

  it("of no atoms is empty", () => {
    expect(residuesOf([])).toEqual([]);
  });
});

describe("contactsOf(ligand, residues)", () => {
  it("finds a polar contact up to 3.5 Å, not beyond", () => {
    expect(kinds([atom("SER", 10, "OG", "O", 3.4)])).toEqual(["polar SER 3.4"]);
    expect(kinds([atom("SER", 10, "OG", "O", 3.6)])).toEqual([]);
  });

  it("names a contact with a charged side chain so, once", () => {
    expect(kinds([atom("ASP", 11, "OD1", "O", 2.8), atom("ASP", 11, "OD2", "O", 3.2)])).toEqual([
      "charged residue ASP 2.8"
    ]);
  });

  it("finds hydrophobic contacts between carbons without polar neighbours", () => {
    expect(kinds([atom("LEU", 12, "CD1", "C", -7, 3.8)])).toEqual(["hydrophobic LEU 3.8"]);
    expect(kinds([atom("LEU", 12, "CD1", "C", -7, 4.2)])).toEqual([]);
  });

  it("finds a residue that water joins to the ligand", () => {
    expect(kinds([atom("HOH", 13, "O", "O", 2.8), atom("SER", 14, "OG", "O", 5.7)])).toEqual(["water bridge SER 2.9"]);
  });

  it("finds a metal", () => {
    expect(kinds([atom("ZN", 15, "ZN", "Zn", 2.1)])).toEqual(["metal ZN 2.1"]);
  });

  it("alone in the file has none", () => {
    expect(kinds([])).toEqual([]);
  });
});

// Hinge contacts of the crystal structures, as the papers of the entries describe them: tofacitinib in JAK1 (3EYG) and
// the inhibitor of TYK2 (4GIH) bind the backbone of the hinge residues.
describe("contactsOf(ligand, residues), in the embedded structures", async () => {
  const all = await readInput(structureAtoms);
  const polar = (id: string, name: string) => {
    const atoms = all
      .filter((row) => row.structure_id === id && (row.alt_id === null || row.alt_id === "A"))
      .map((row): StructureAtom => ({
        ...{serial: row.serial, element: row.element, name: row.atom_name, residueName: row.residue_name},
        ...{residueNumber: row.residue_number, insertionCode: row.insertion_code ?? "", chain: row.chain_id},
        ...{x: row.x_a, y: row.y_a, z: row.z_a}
      }));
    const residues = residuesOf(atoms);
    const own = residues.find((residue) => residue.name === name)!;
    const found = contactsOf(own, residues).filter(({kind}) => kind === "polar" || kind === "charged residue");
    return {
      contacts: found.map(({residue}) => `${residue.name}${String(residue.number)}`),
      halogens: contactsOf(own, residues).filter(({kind}) => kind === "halogen"),
      pocket: pocketOf(own, residues, 5)
    };
  };

  it("finds the hinge of JAK1 around tofacitinib: GLU957 and LEU959", () => {
    expect(polar("3EYG", "MI1").contacts).toEqual(expect.arrayContaining(["GLU957", "LEU959"]));
  });

  it("finds the hinge of TYK2 around its inhibitor: VAL981", () => {
    expect(polar("4GIH", "0X5").contacts).toEqual(expect.arrayContaining(["VAL981"]));
  });

  it("takes no chlorine of the TYK2 inhibitor for a halogen bond: two lie beside backbone NH, one is seen from the side", () => {
    expect(polar("4GIH", "0X5").halogens).toEqual([]);
  });

  it("has a pocket of some twenty residues, the nearest first", () => {
    const {pocket} = polar("3EYG", "MI1");
    expect(pocket.length).toBeGreaterThan(12);
    expect(pocket.length).toBeLessThan(35);
  });
});

describe("structureFormat(text)", () => {
  it.each([
    ["pdb", "HEADER\nATOM      1  N   VAL A 865      -3.275  27.260   2.419  1.00 45.39           N\n"],
    ["cif", "data_1ABC\nloop_\n_atom_site.group_PDB\n"],
    ["sdf", "\n  x\n\n  1  0  0  0  0  0  0  0  0  0999 V2000\n"],
    [null, "HEADER    nothing\n"],
    [null, ""],
    [null, "dear reader"]
  ])("is %s", (format, text) => {
    expect(structureFormat(text)).toBe(format);
  });
});

describe("formatComplaint(name, text)", () => {
  it.each([
    ["", "a.pdb is empty."],
    ["<!doctype html>", "a.pdb is a web page"],
    ["HEADER    x\nEND", "holds no ATOM or HETATM record"],
    ["dear reader", "begins with “dear reader”"]
  ])("of %j says what is wrong", (text, words) => {
    expect(formatComplaint("a.pdb", text)).toContain(words);
  });
});
