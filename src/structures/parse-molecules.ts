import {molOfV3000} from "./parse-v3000.js";
import type {NamedBond, ParsedMolecule, ParsedStructure} from "./parsed-structure.js";

/** Molecules shown at most; the rest of a file is counted in a complaint. */
const MOST_MOLECULES = 200;
/** Component name of the nth molecule of a file: each has bonds of its own. */
const nameOf = (index: number): string => `M${String(index + 1)}`;

/**
 * Reads the molecules of an SDF (V2000 or V3000) as one component each, numbered in the order of the file. A record that cannot
 * be read is a complaint with its number, and the others are shown.
 */
export const parseSdf = (text: string): ParsedStructure =>
  collect(
    text
      .replace(/\r\n?/g, "\n")
      .split(/^\$\$\$\$.*\n?/m)
      .filter((record) => record.trim() !== ""),
    molOf
  );

/** Reads the molecules of a MOL2. */
export const parseMol2 = (text: string): ParsedStructure =>
  collect(
    text
      .replace(/\r\n?/g, "\n")
      .split(/(?=^@<TRIPOS>MOLECULE)/m)
      .filter((record) => record.includes("@<TRIPOS>MOLECULE")),
    mol2Of
  );

function collect(records: readonly string[], read: (record: string) => ParsedMolecule | string): ParsedStructure {
  const results = records.slice(0, MOST_MOLECULES).map(read);
  const complaints = results.flatMap((result, i) =>
    typeof result === "string" ? [`record ${String(i + 1)} could not be read: ${result}`] : []
  );
  const molecules = results.flatMap((result, i) => (typeof result === "string" ? [] : [{...result, index: i}]));
  if (records.length > MOST_MOLECULES)
    complaints.push(`only the first ${String(MOST_MOLECULES)} of ${String(records.length)} molecules are shown`);
  const isFlat = molecules.length > 0 && molecules.every(({atoms}) => atoms.every(({z}) => z === 0));
  if (isFlat) complaints.push("all coordinates are flat: the file holds drawings, not conformations");
  let serial = 0;
  return {
    kind: "molecules",
    atoms: molecules.flatMap(({atoms, index}) =>
      atoms.map((atom) => ({
        ...{...atom, serial: ++serial, residueName: nameOf(index), residueNumber: index + 1},
        ...{chain: "", insertionCode: "", b: 0, isHetero: true}
      }))
    ),
    models: 1,
    model: 1,
    alternates: 0,
    secondary: null,
    bonds: new Map(molecules.map(({bonds, index}) => [nameOf(index), bonds])),
    complaints
  };
}

const orderOf = (text: string): NamedBond["order"] => (text === "2" ? 2 : text === "3" ? 3 : 1);

function molOf(record: string): ParsedMolecule | string {
  const lines = record.split("\n");
  const counts = lines[3] ?? "";
  if (counts.includes("V3000")) return molOfV3000(lines);
  const [nAtoms, nBonds] = [Number(counts.slice(0, 3)), Number(counts.slice(3, 6))];
  if (!counts.includes("V2000") || !(nAtoms > 0)) return "its counts line (the fourth) has no number of atoms";
  const atoms = lines.slice(4, 4 + nAtoms).map((line, i) => {
    const [x, y, z] = [0, 10, 20].map((from) => Number(line.slice(from, from + 10).trim() || NaN));
    const element = line.slice(31, 34).trim();
    return {x: x ?? NaN, y: y ?? NaN, z: z ?? NaN, element, name: `${element}${String(i + 1)}`};
  });
  const bad = atoms.findIndex(({x, y, z, element}) => ![x, y, z].every(Number.isFinite) || !/^[A-Z]/i.test(element));
  if (atoms.length < nAtoms || bad !== -1)
    return `atom ${String(bad === -1 ? atoms.length + 1 : bad + 1)} has no coordinates or element`;
  const bonds = lines.slice(4 + nAtoms, 4 + nAtoms + nBonds).map((line) => ({
    from: atoms[Number(line.slice(0, 3)) - 1]?.name ?? "",
    to: atoms[Number(line.slice(3, 6)) - 1]?.name ?? "",
    order: orderOf(line.slice(6, 9).trim())
  }));
  const broken = bonds.findIndex(({from, to}) => from === "" || to === "");
  return broken === -1 ? {atoms, bonds} : `bond ${String(broken + 1)} names an atom that is not there`;
}

function mol2Of(record: string): ParsedMolecule | string {
  const section = (name: string): string[][] =>
    (record.split(`@<TRIPOS>${name}\n`)[1] ?? "")
      .split(/^@/m)[0]
      ?.split("\n")
      .map((line) => line.trim().split(/\s+/))
      .filter((cells) => cells.length >= 4) ?? [];
  const rows = section("ATOM");
  const atoms = rows.map(([id = "", , x, y, z, type = ""]) => ({
    ...{x: Number(x), y: Number(y), z: Number(z)},
    ...{element: type.split(".")[0] ?? "", name: `${type.split(".")[0] ?? ""}${id}`}
  }));
  if (atoms.length === 0 || !atoms.every(({x, y, z}) => [x, y, z].every(Number.isFinite)))
    return "its atoms have no coordinates that can be read";
  const byId = new Map(rows.map(([id = ""], i) => [id, atoms[i]?.name ?? ""]));
  const kinds = section("BOND");
  // Aromatic and amide bonds of MOL2 say no order: then the geometry is asked.
  const isKnown = kinds.every(([, , , type = ""]) => ["1", "2", "3", "am"].includes(type));
  return {
    atoms,
    bonds: isKnown
      ? kinds.map(([, from = "", to = "", type = ""]) => ({
          ...{from: byId.get(from) ?? "", to: byId.get(to) ?? "", order: orderOf(type)}
        }))
      : []
  };
}
