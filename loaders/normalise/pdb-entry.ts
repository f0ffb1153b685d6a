import type {StructureAtomRow} from "../../src/tables/structure-atoms.js";
import type {StructureRow} from "../../src/tables/structures.js";

/** What is known of an entry before its file is read. */
export interface PdbPlace {
  readonly structureId: string;
  readonly targetId: string;
  readonly sourceId: string;
}

/** Buffers, salts, cryoprotectants and ions that crystals commonly hold and no chemist looks for. */
const ADDITIVES = new Set(
  (
    "SO4 PO4 GOL EDO PEG PG4 PGE 1PE P6G DMS ACT ACY FMT CIT MES EPE TRS BME DTT MPD IPA EOH NO3 SCN CO3 " +
    "CL BR IOD F NA K LI MG CA ZN MN FE FE2 CU CO NI CD HG"
  ).split(" ")
);
const WATERS = new Set(["HOH", "WAT", "DOD"]);

/** True for water and for what crystals commonly hold beside the molecule of interest. */
export const isAdditive = (component: string): boolean => ADDITIVES.has(component) || WATERS.has(component);
const BACKBONE = ["N", "CA", "C"];

/**
 * Reads an entry in PDB format: its first model, as facts. Modified residues of the chain (those with a peptide
 * backbone) count as polymer although they are written as HETATM.
 *
 * @throws when there is no atom in it or a coordinate is no number
 */
export function parsePdbEntry(
  text: string,
  place: PdbPlace
): {readonly structure: StructureRow; readonly atoms: readonly StructureAtomRow[]} {
  const lines = firstModel(text.split(/\r?\n/));
  const records = lines.filter((line) => /^(ATOM {2}|HETATM)/.test(line));
  const polymer = polymerResidues(records);
  const atoms = records.map((line) => parseAtom(line, place.structureId, polymer));
  if (atoms.length === 0) throw new Error(`no atoms in entry ${place.structureId}: not a file in PDB format`);
  return {structure: describeEntry(lines, atoms, place), atoms};
}

function firstModel(lines: readonly string[]): string[] {
  const end = lines.findIndex((line) => line.startsWith("ENDMDL"));
  return end < 0 ? [...lines] : lines.slice(0, end);
}

const residueKey = (line: string): string => line.slice(17, 27);

function polymerResidues(records: readonly string[]): Set<string> {
  const names = new Map<string, Set<string>>();
  for (const line of records) {
    const atoms = names.get(residueKey(line)) ?? new Set();
    names.set(residueKey(line), atoms.add(line.slice(12, 16).trim()));
  }
  return new Set([...names].filter(([, atoms]) => BACKBONE.every((name) => atoms.has(name))).map(([key]) => key));
}

function parseAtom(line: string, structureId: string, polymer: ReadonlySet<string>): StructureAtomRow {
  const number = (from: number, to: number): number => {
    const value = Number(line.slice(from, to));
    if (!Number.isFinite(value)) throw new Error(`invalid atom record of ${structureId}: ${line}`);
    return value;
  };
  const residue = line.slice(17, 20).trim();
  const atomName = line.slice(12, 16).trim();
  return {
    structure_id: structureId,
    serial: number(6, 11),
    atom_name: atomName,
    alt_id: line.slice(16, 17).trim() || null,
    residue_name: residue,
    chain_id: line.slice(21, 22).trim() || "A",
    residue_number: number(22, 26),
    insertion_code: line.slice(26, 27).trim() || null,
    x_a: number(30, 38),
    y_a: number(38, 46),
    z_a: number(46, 54),
    occupancy: number(54, 60),
    b_factor_a2: number(60, 66),
    element: line.slice(76, 78).trim() || atomName.replace(/[^A-Z]/gi, "").slice(0, 1),
    role: roleOf(residue, line.startsWith("ATOM") || polymer.has(residueKey(line)))
  };
}

function roleOf(residue: string, isPolymer: boolean): string {
  if (isPolymer) return "polymer";
  if (WATERS.has(residue)) return "water";
  return ADDITIVES.has(residue) ? "ion" : "ligand";
}

function describeEntry(
  lines: readonly string[],
  atoms: readonly StructureAtomRow[],
  {structureId, targetId, sourceId}: PdbPlace
): StructureRow {
  const ligands = unique(atoms.filter(({role}) => role === "ligand").map((atom) => atom.residue_name));
  const resolution = /RESOLUTION\.\s+([\d.]+)\s+ANGSTROMS/.exec(lines.join("\n"))?.[1];
  return {
    structure_id: structureId,
    target_id: targetId,
    title: continued(lines, "TITLE ", 10) || null,
    method: continued(lines, "EXPDTA", 10) || null,
    resolution_a: resolution === undefined ? null : Number(resolution),
    deposited_on: isoDate(lines.find((line) => line.startsWith("HEADER"))?.slice(50, 59) ?? ""),
    ligand_ids: ligands.join(",") || null,
    chains: unique(atoms.map((atom) => atom.chain_id)).join(","),
    n_atoms: atoms.length,
    file: `${structureId.toLowerCase()}.pdb`,
    doi: doiOf(lines),
    source_id: sourceId
  };
}

const unique = (items: readonly string[]): string[] => [...new Set(items)];

function continued(lines: readonly string[], record: string, from: number): string {
  const parts = lines.filter((line) => line.startsWith(record)).map((line) => line.slice(from, 80).trim());
  return parts.join(" ").replace(/\s+/g, " ").replace(/- /g, "-").trim();
}

function doiOf(lines: readonly string[]): string | null {
  const line = lines.find((text) => text.startsWith("JRNL        DOI"));
  return line?.slice(19, 80).trim().toLowerCase() ?? null;
}

const MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ");
/** The format came with two-digit years in 1971. */
const FIRST_YEAR = 71;

function isoDate(text: string): string | null {
  const [, day, month = "", year] = /^(\d\d)-([A-Z]{3})-(\d\d)$/.exec(text) ?? [];
  if (day === undefined || year === undefined || !MONTHS.includes(month)) return null;
  const century = Number(year) >= FIRST_YEAR ? "19" : "20";
  return `${century}${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, "0")}-${day}`;
}
