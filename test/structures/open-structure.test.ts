import {existsSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {openStructure} from "../../src/structures/open-structure.js";

const encode = (text: string) => new TextEncoder().encode(text);
const open = (text: string, name = "a.pdb") => openStructure(name, encode(text));
const pdbLine = (
  serial: number,
  name: string,
  alt: string,
  residue: string,
  number: string,
  x: number,
  occupancy = 1
) =>
  `ATOM  ${String(serial).padStart(5)}  ${name.padEnd(3)}${alt}${residue} A${number.replace(/[A-Z]$/, "").padStart(4)}${(/[A-Z]$/.exec(number) ?? [" "])[0]}   ` +
  `${x.toFixed(3).padStart(8)}${"0.000".padStart(8)}${"0.000".padStart(8)}${occupancy.toFixed(2).padStart(6)} 20.00           ${name.charAt(0)}  `;

const CIF = `data_1ABC
loop_
_atom_site.group_PDB
_atom_site.id
_atom_site.type_symbol
_atom_site.label_atom_id
_atom_site.label_alt_id
_atom_site.label_comp_id
_atom_site.auth_asym_id
_atom_site.auth_seq_id
_atom_site.pdbx_PDB_ins_code
_atom_site.Cartn_x
_atom_site.Cartn_y
_atom_site.Cartn_z
_atom_site.occupancy
_atom_site.B_iso_or_equiv
_atom_site.pdbx_PDB_model_num
ATOM 1 C CA . ALA AA 10 ? 0.0 0.0 0.0 1.00 91.5 1
HETATM 2 O "O5'" . LIG AA 20 B 5.0 0.0 0.0 1.00 20 1
ATOM 1 C CA . ALA AA 10 ? 0.5 0.0 0.0 1.00 91.5 2
#
`;

const mol = (atoms: string, counts = "  1  0  0  0  0  0  0  0  0  0999 V2000") =>
  `name\n\n\n${counts}\n${atoms}\nM  END\n`;
const ATOM = "    1.0000    0.0000    0.5000 C   0  0";

describe("openStructure(name, bytes)", () => {
  it("of a file with several models shows the first and says so", () => {
    const {residues, notes} = open(
      `MODEL        1\n${pdbLine(1, "CA", " ", "ALA", "1", 0)}\nENDMDL\nMODEL        2\n${pdbLine(1, "CA", " ", "ALA", "1", 9)}\nENDMDL\n`
    );
    expect(residues.map(({atoms}) => atoms.map(({x}) => x))).toEqual([[0]]);
    expect(notes).toEqual(["Model 1 of 2 is shown."]);
  });

  it("of a file with several models shows the one asked for, the first where there is none", () => {
    const text = `MODEL        1\n${pdbLine(1, "CA", " ", "ALA", "1", 0)}\nENDMDL\nMODEL        2\n${pdbLine(1, "CA", " ", "ALA", "1", 9)}\nENDMDL\n`;
    const [second, none] = [2, 3].map((model) => openStructure("a.pdb", encode(text), model));
    expect(second?.residues.map(({atoms}) => atoms.map(({x}) => x))).toEqual([[9]]);
    expect(second).toMatchObject({model: 2, models: 2, notes: ["Model 2 of 2 is shown."]});
    expect(none?.model).toBe(1);
    expect(openStructure("a.cif", encode(CIF), 2).residues[0]?.atoms[0]?.x).toBe(0.5);
  });

  it("reads an SDF in the V3000 form", () => {
    const record =
      "name\n\n\n  0  0  0     0  0            999 V3000\nM  V30 BEGIN CTAB\nM  V30 BEGIN ATOM\nM  V30 1 C 0 0 0.5 0\nM  V30 2 O 1.2 0 0 0\nM  V30 END ATOM\nM  V30 BEGIN BOND\nM  V30 1 2 1 2\nM  V30 END BOND\nM  V30 END CTAB\nM  END\n$$$$\n";
    const {residues, notes} = open(record, "a.sdf");
    expect(residues[0]?.atoms.map(({element}) => element)).toEqual(["C", "O"]);
    expect(notes).toEqual([]);
  });

  it("of alternative places keeps those of the highest occupancy, whole residues at a time", () => {
    const {residues, notes} = open(
      [
        pdbLine(1, "CA", " ", "SER", "1", 0),
        pdbLine(2, "CB", "A", "SER", "1", 1, 0.4),
        pdbLine(3, "CB", "B", "SER", "1", 2, 0.6),
        pdbLine(4, "OG", "A", "SER", "1", 3, 0.4),
        pdbLine(5, "OG", "B", "SER", "1", 4, 0.6)
      ].join("\n")
    );
    expect(residues[0]?.atoms.map(({serial}) => serial)).toEqual([1, 3, 5]);
    expect(notes[0]).toMatch(/^2 atoms have another place/);
  });

  it("reads insertion codes of a PDB", () => {
    const {residues} = open([pdbLine(1, "CA", " ", "ALA", "52", 0), pdbLine(2, "CA", " ", "GLY", "52A", 4)].join("\n"));
    expect(residues.map(({id}) => id)).toEqual(["A:52", "A:52A"]);
  });

  it("reads an mmCIF with chains of two letters, quoted names and insertion codes", () => {
    const {residues, notes} = open(CIF, "a.cif");
    expect(residues.map(({id, name}) => `${id} ${name}`)).toEqual(["AA:10 ALA", "AA:20B LIG"]);
    expect(residues[0]?.atoms[0]?.b).toBe(91.5);
    expect(residues[1]?.atoms[0]?.name).toBe("O5'");
    expect(notes).toEqual(["Model 1 of 2 is shown."]);
  });

  it("shows the good records of an SDF and names the broken one", () => {
    const {residues, notes} = open(`${mol(ATOM)}$$$$\n${mol("broken")}$$$$\n${mol(ATOM)}$$$$\n`, "a.sdf");
    expect(residues.map(({id}) => id)).toEqual([":1", ":3"]);
    expect(notes).toEqual(["Record 2 could not be read: atom 1 has no coordinates or element."]);
  });

  it("says of an SDF of drawings that its coordinates are flat", () => {
    expect(open(mol("    1.0000    0.0000    0.0000 C   0  0"), "a.sdf").notes[0]).toContain("drawings");
  });

  it.each([
    ["", "a.pdb is empty."],
    ["dear reader", "begins with “dear reader”"],
    ["<!doctype html>", "a.pdb is a web page"],
    ["HEADER    x\nEND", "holds no ATOM or HETATM record"],
    ["ATOM      1  CA  ALA A   1      what is here is no number", "holds no atom that can be read"]
  ])("of %j throws what is wrong", (text, words) => {
    expect(() => open(text)).toThrow(words);
  });

  it("of damaged bytes of a BinaryCIF throws", () => {
    expect(() => openStructure("a.bcif", Uint8Array.from([0x83, 0xa1, 0x61]))).toThrow("MessagePack");
  });

  it("draws the trace of a structure of very many atoms, with its ligands, and says so", () => {
    const water = Array.from(
      {length: 61_000},
      (_, i) => `ATOM ${String(i + 1)} O O . HOH W ${String(i)} ? ${String(i * 3)} 0 0 1 1 1`
    );
    const opened = open(CIF.replace("#\n", `${water.join("\n")}\n#\n`), "a.cif");
    const {drawn, notes} = opened;
    expect(drawn.length).toBeLessThan(1000);
    expect(opened.waters).toBe(61_000);
    expect(notes.join()).toContain("Of 61,002 atoms");
  });
});

const SHARED = new URL("../../../shared/data/structures/", import.meta.url);
describe.skipIf(!existsSync(SHARED))("openStructure(name, bytes), of real files (needs ../shared/data)", () => {
  const read = (name: string) => openStructure(name, readFileSync(new URL(name, SHARED)));

  it("reads the same from mmCIF and BinaryCIF", () => {
    const [text, binary] = [read("1cbs_updated.cif"), read("1cbs_full.bcif")];
    expect(binary.residues).toEqual(text.residues);
    // The two files list the strands in different orders.
    expect(binary.secondary).toEqual(expect.arrayContaining([...text.secondary]));
    expect(binary.secondary.length).toBe(text.secondary.length);
    expect(text.residues.filter(({role}) => role === "ligand").map(({name}) => name)).toEqual(["REA"]);
  });

  it("keeps one place of each atom of a structure with alternatives and no CONECT", () => {
    const {residues, notes} = read("5UG9.pdb");
    const names = residues.flatMap(({id, atoms}) => atoms.map(({name}) => `${id} ${name}`));
    expect(new Set(names).size).toBe(names.length);
    expect(notes[0]).toMatch(/^44 atoms have another place/);
  });

  it("finds helices and strands where the file names them, from its coordinates alone", () => {
    const stated = read("1m17.pdb");
    const text = readFileSync(new URL("1m17.pdb", SHARED), "utf8").replace(/^(HELIX|SHEET).*\n/gm, "");
    const found = open(text, "1m17.pdb");
    const members = (secondary: typeof found.secondary, kind: string): Set<number> =>
      new Set(
        secondary
          .filter((range) => range.kind === kind)
          .flatMap(({from, to}) => Array.from({length: to - from + 1}, (_, i) => from + i))
      );
    // The author's ranges take 3-10 helices and ends with them, which are not looked for.
    for (const kind of ["helix", "strand"]) {
      const [own, theirs] = [members(found.secondary, kind), members(stated.secondary, kind)];
      const shared = [...own].filter((residue) => theirs.has(residue)).length;
      expect(shared / theirs.size).toBeGreaterThan(0.6);
      expect(shared / own.size).toBeGreaterThan(0.7);
    }
  });
});
