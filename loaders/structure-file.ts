import type {StructureAtomRow} from "../src/tables/structure-atoms.js";
import type {StructureRow} from "../src/tables/structures.js";

/**
 * A coordinate file in PDB format from our own table. Atoms of the chain that a viewer may not know as such (modified
 * residues) keep the record name HETATM, as the format asks.
 */
export function structureFile(structure: StructureRow, atoms: readonly StructureAtomRow[]): string {
  return [
    ...wrap("TITLE", structure.title ?? structure.structure_id),
    `REMARK 999 Written from entry ${structure.structure_id}; coordinates are those of the entry.`,
    ...atoms.map(atomRecord),
    "END",
    ""
  ].join("\n");
}

const STANDARD_RESIDUES = new Set(
  "ALA ARG ASN ASP CYS GLN GLU GLY HIS ILE LEU LYS MET PHE PRO SER THR TRP TYR VAL".split(" ")
);
const LONGEST_SERIAL = 99_999;

function atomRecord(atom: StructureAtomRow): string {
  const record = atom.role === "polymer" && STANDARD_RESIDUES.has(atom.residue_name) ? "ATOM" : "HETATM";
  return [
    record.padEnd(6),
    String(atom.serial % (LONGEST_SERIAL + 1)).padStart(5),
    " ",
    atomName(atom),
    atom.alt_id ?? " ",
    atom.residue_name.padStart(3),
    " ",
    atom.chain_id.slice(0, 1),
    String(atom.residue_number).padStart(4),
    atom.insertion_code ?? " ",
    "   ",
    fixed(atom.x_a, 8, 3),
    fixed(atom.y_a, 8, 3),
    fixed(atom.z_a, 8, 3),
    fixed(atom.occupancy, 6, 2),
    fixed(atom.b_factor_a2, 6, 2),
    "          ",
    atom.element.toUpperCase().padStart(2)
  ].join("");
}

/** The format puts the element of a name of up to three letters in the second column. */
function atomName({atom_name: name, element}: StructureAtomRow): string {
  return (element.length === 1 && name.length < 4 ? ` ${name}` : name).padEnd(4);
}

function fixed(value: number, width: number, digits: number): string {
  return value.toFixed(digits).padStart(width);
}

function wrap(record: string, text: string): string[] {
  const lines = text.match(/.{1,65}(\s|$)/g) ?? [text];
  return lines.map(
    (line, i) => `${record.padEnd(i === 0 ? 10 : 9)}${i === 0 ? "" : `${String(i + 1)} `}${line.trim()}`
  );
}
