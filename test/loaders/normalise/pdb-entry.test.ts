import {describe, expect, it} from "vitest";
import {parsePdbEntry} from "../../../loaders/normalise/pdb-entry.js";

const place = {structureId: "9ABC", targetId: "T", sourceId: "s"};
const atom = (record: string, serial: number, name: string, residue: string, number: number, element: string): string =>
  `${record.padEnd(6)}${String(serial).padStart(5)} ${name.padEnd(4)} ${residue.padStart(3)} A${String(number).padStart(4)}` +
  `      11.000  12.500 -13.250  1.00 20.00          ${element.padStart(2)}`;
const entry = [
  "HEADER    TRANSFERASE                             20-OCT-08   9ABC",
  "TITLE     A KINASE IN COMPLEX WITH",
  "TITLE    2 AN INHIBITOR",
  "REMARK   2 RESOLUTION.    1.90 ANGSTROMS.",
  "JRNL        DOI    10.1016/J.JMB.2009.01.041",
  atom("ATOM", 1, " CA ", "ALA", 5, "C"),
  atom("HETATM", 2, " N  ", "PTR", 6, "N"),
  atom("HETATM", 3, " CA ", "PTR", 6, "C"),
  atom("HETATM", 4, " C  ", "PTR", 6, "C"),
  atom("HETATM", 5, " C1 ", "LIG", 1, "C"),
  atom("HETATM", 6, " S  ", "SO4", 2, "S"),
  atom("HETATM", 7, " O  ", "HOH", 3, "O"),
  "ENDMDL",
  atom("ATOM", 1, " CA ", "ALA", 5, "C")
].join("\n");

describe("parsePdbEntry(text, place)", () => {
  it("reads the first model only", () => {
    expect(parsePdbEntry(entry, place).atoms.length).toBe(7);
  });

  it("tells chain, ligand, ion and water apart; a modified residue is chain", () => {
    expect(parsePdbEntry(entry, place).atoms.map(({role}) => role)).toEqual([
      ...["polymer", "polymer", "polymer", "polymer"],
      ...["ligand", "ion", "water"]
    ]);
  });

  it("reads coordinates, residue number and element", () => {
    expect(parsePdbEntry(entry, place).atoms[0]).toMatchObject({
      x_a: 11,
      y_a: 12.5,
      z_a: -13.25,
      residue_number: 5,
      element: "C",
      alt_id: null
    });
  });

  it("reads title, resolution, date and DOI", () => {
    expect(parsePdbEntry(entry, place).structure).toMatchObject({
      structure_id: "9ABC",
      title: "A KINASE IN COMPLEX WITH AN INHIBITOR",
      resolution_a: 1.9,
      deposited_on: "2008-10-20",
      doi: "10.1016/j.jmb.2009.01.041",
      ligand_ids: "LIG",
      n_atoms: 7,
      file: "9abc.pdb"
    });
  });

  it("leaves missing what the header does not say", () => {
    const {structure} = parsePdbEntry(atom("ATOM", 1, " CA ", "ALA", 5, "C"), place);
    expect(structure).toMatchObject({title: null, resolution_a: null, deposited_on: null, doi: null, ligand_ids: null});
  });

  it("throws when there is no atom", () => {
    expect(() => parsePdbEntry("<html>", place)).toThrow("no atoms in entry 9ABC");
  });

  it("throws when a coordinate is no number", () => {
    const broken = atom("ATOM", 1, " CA ", "ALA", 5, "C").replace("11.000", "11.0x0");
    expect(() => parsePdbEntry(broken, place)).toThrow("invalid atom record of 9ABC");
  });
});
