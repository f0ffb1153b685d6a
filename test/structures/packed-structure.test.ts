import {describe, expect, it} from "vitest";
import {openStructure} from "../../src/structures/open-structure.js";
import {buffersOf, packStructure, unpackStructure} from "../../src/structures/packed-structure.js";

const line = (
  serial: number,
  name: string,
  residue: string,
  chain: string,
  number: number,
  x: number,
  kind = "ATOM  "
) =>
  `${kind}${String(serial).padStart(5)}  ${name.padEnd(3)} ${residue} ${chain}${String(number).padStart(4)}    ` +
  `${x.toFixed(3).padStart(8)}${"0.250".padStart(8)}${"-1.500".padStart(8)}  1.00 20.00           ${name.charAt(0)}  `;
const open = (...lines: string[]) => openStructure("a.pdb", new TextEncoder().encode(lines.join("\n")));
const given = () =>
  open(
    line(7, "CA", "ALA", "A", 10, 0),
    line(8, "CB", "ALA", "A", 10, 1.5),
    ...[0, 1, 2, 3, 4].map((i) => line(20 + i, `C${String(i)}`, "LIG", "B", 1, 9 + 1.4 * i, "HETATM")),
    line(30, "O", "HOH", "W", 2, 40, "HETATM")
  );

describe("unpackStructure(packStructure(structure))", () => {
  it("gives atoms, residues, roles and bonds as they were", () => {
    const structure = given();
    const back = unpackStructure(structuredClone(packStructure(structure)));
    expect(back.bonds).toEqual(structure.bonds);
    expect(back.residues.map(({id, name, role}) => [id, name, role])).toEqual([
      ["A:10", "ALA", "polymer"],
      ["B:1", "LIG", "ligand"],
      ["W:2", "HOH", "water"]
    ]);
    expect(back.drawn.map((atom) => ({...atom}))).toEqual(
      structure.drawn.map(
        ({serial, element, name, residueName, residueNumber, insertionCode, chain, x, y, z, b, isHetero}) => ({
          ...{serial, element, name, residueName, residueNumber, insertionCode, chain, x, y, z, b, isHetero}
        })
      )
    );
    expect(back.waters).toBe(1);
  });

  it("gives residues the very atoms that are drawn", () => {
    const {residues, drawn} = unpackStructure(packStructure(given()));
    expect(residues.flatMap(({atoms}) => atoms)).toEqual(drawn);
    expect(residues[0]?.atoms[0]).toBe(drawn[0]);
  });

  it("of atoms that are left out of the picture says nothing, and keeps the role of their residue", () => {
    const structure = given();
    const part = {...structure, drawn: structure.drawn.slice(0, 1), bonds: [[]]};
    const {residues, drawn} = unpackStructure(packStructure(part));
    expect(drawn).toHaveLength(1);
    expect(residues.map(({id, role, atoms}) => [id, role, atoms.length])).toEqual([["A:10", "polymer", 1]]);
  });

  it("leaves out what the file does not give", () => {
    const structure = given();
    const {serial, element, name, residueName, residueNumber, insertionCode, chain, x, y, z} = structure.drawn[0]!;
    const bare = {serial, element, name, residueName, residueNumber, insertionCode, chain, x, y, z};
    const part = {...structure, drawn: [bare], residues: [{...structure.residues[0]!, atoms: [bare]}], bonds: [[]]};
    expect(unpackStructure(packStructure(part)).drawn[0]).not.toHaveProperty("b");
  });

  it("throws when an atom is in no residue", () => {
    expect(() => packStructure({...given(), residues: []})).toThrow("invalid structure: atom 7 is in no residue");
  });
});

describe("buffersOf(packed)", () => {
  it("gives every buffer once, to be handed over", () => {
    const packed = packStructure(given());
    const buffers = buffersOf(packed);
    expect(new Set(buffers).size).toBe(buffers.length);
    structuredClone(packed, {transfer: buffers});
    expect(packed.atoms.places.byteLength).toBe(0);
  });
});
