import {neighboursOf} from "./atom-bonds.js";
import {parseMol2, parseSdf} from "./parse-molecules.js";
import {parsePdb} from "./parse-pdb.js";
import type {NamedBond, ParsedStructure, SecondaryRange} from "./parsed-structure.js";
import {readBinaryCif} from "./read-binary-cif.js";
import {readCif} from "./read-cif.js";
import {distance, type Residue, residuesOf, type StructureAtom} from "./residues.js";
import {secondaryStructure} from "./secondary-structure.js";
import {formatComplaint, structureFormat} from "./structure-format.js";
import {structureOfCif} from "./structure-of-cif.js";

/** A structure as it is drawn. */
export interface OpenedStructure {
  /** A list of molecules, of which one at a time is looked at. */
  readonly isList: boolean;
  /** Models in the file, and which of them this is, from 1. */
  readonly models: number;
  readonly model: number;
  readonly residues: readonly Residue[];
  /** Waters in the file, drawn or not. */
  readonly waters: number;
  /** Atoms to draw; of a very large structure one of each residue, its ligands and what is near the first of them. */
  readonly drawn: readonly StructureAtom[];
  /** True of a very large structure, whose chains are lines from residue to residue. */
  readonly isPart: boolean;
  /** Indices among `drawn` of the neighbours of each. */
  readonly bonds: readonly (readonly number[])[];
  readonly secondary: readonly SecondaryRange[];
  readonly stated: ReadonlyMap<string, readonly NamedBond[]>;
  /** What the reader should know: models and places left out, records that could not be read, size. */
  readonly notes: readonly string[];
}

/** Atoms beyond which only a part is drawn, and Å around ligands that are drawn in full then. */
const MOST_DRAWN = 60_000;
const DRAWN_AROUND = 10;
/** Ligands of a very large structure whose surroundings are drawn. */
const MOST_SURROUNDED = 8;

/**
 * Reads a file of a structure by its content.
 *
 * @param model the nth of several models, from 1; the first where there are fewer
 * @throws in words that say what is wrong with the file
 */
export function openStructure(name: string, bytes: Uint8Array, model = 1): OpenedStructure {
  const parsed = parse(name, bytes, model);
  if (parsed.atoms.length === 0)
    throw new Error([`${name} holds no atom that can be read.`, ...parsed.complaints].join(" "));
  const residues = residuesOf(parsed.atoms);
  const isPart = parsed.atoms.length > MOST_DRAWN;
  const drawn = isPart ? partOf(residues) : parsed.atoms;
  const neighbours = isPart ? withTrace(drawn, neighboursOf(drawn)) : neighboursOf(drawn);
  const isList = parsed.kind === "molecules";
  return {
    ...{models: parsed.models, model: parsed.model, waters: residues.filter(({role}) => role === "water").length},
    ...{residues, isList, isPart, drawn, stated: parsed.bonds, notes: notesOf(parsed, drawn.length)},
    bonds: isList ? withinResidues(drawn, neighbours) : neighbours,
    secondary: parsed.secondary ?? secondaryStructure(residues)
  };
}

function parse(name: string, bytes: Uint8Array, model: number): ParsedStructure {
  if (isBinaryCif(bytes))
    return orComplain(structureOfCif(readBinaryCif(bytes), model), `${name} is a BinaryCIF without atoms.`);
  const text = new TextDecoder().decode(bytes);
  switch (structureFormat(text)) {
    case "pdb":
      return parsePdb(text, model);
    case "cif":
      return orComplain(structureOfCif(readCif(text), model), `${name} is an mmCIF without atoms.`);
    case "sdf":
      return parseSdf(text);
    case "mol2":
      return parseMol2(text);
    default:
      throw new Error(formatComplaint(name, text));
  }
}

function orComplain(parsed: ParsedStructure | null, words: string): ParsedStructure {
  if (!parsed) throw new Error(words);
  return parsed;
}

/** A BinaryCIF is a MessagePack map of three entries or more: no text begins with such a byte. */
const isBinaryCif = (bytes: Uint8Array): boolean => {
  const [head = 0] = bytes;
  return (head > 0x80 && head < 0x90) || head === 0xde;
};

const withinResidues = (atoms: readonly StructureAtom[], neighbours: readonly (readonly number[])[]): number[][] =>
  neighbours.map((others, i) => others.filter((j) => atoms[i]?.residueNumber === atoms[j]?.residueNumber));

/** The atom that stands for a residue, and Å to that of the next at most. */
const TRACE: ReadonlyMap<string, number> = new Map([
  ["CA", 4.5],
  ["P", 8]
]);

/** Neighbours with those along the chains, where residues are drawn as one atom. */
function withTrace(drawn: readonly StructureAtom[], neighbours: readonly (readonly number[])[]): number[][] {
  const found = neighbours.map((others) => [...others]);
  let last = -1;
  drawn.forEach((atom, i) => {
    const longest = TRACE.get(atom.name);
    if (longest === undefined) return;
    const before = drawn[last];
    const isBare = neighbours[i]?.length === 0 || neighbours[last]?.length === 0;
    if (before && isBare && before.chain === atom.chain && distance(before, atom) <= longest) {
      found[i]?.push(last);
      found[last]?.push(i);
    }
    last = i;
  });
  return found;
}

function partOf(residues: readonly Residue[]): StructureAtom[] {
  const ligands = residues
    .filter(({role}) => role === "ligand")
    .slice(0, MOST_SURROUNDED)
    .flatMap(({atoms}) => atoms);
  const cells = new Set(ligands.flatMap((atom) => cellsAround(atom)));
  return residues.flatMap(({role, atoms}) => {
    if (role === "ligand" || role === "ion") return atoms;
    if (atoms.some((atom) => cells.has(cellOf(atom)))) return atoms;
    return role === "polymer" ? atoms.filter(({name}) => TRACE.has(name)) : [];
  });
}

const cell = (value: number): number => Math.floor(value / DRAWN_AROUND);
const cellOf = ({x, y, z}: StructureAtom): string => [cell(x), cell(y), cell(z)].join();
const cellsAround = ({x, y, z}: StructureAtom): string[] =>
  [-1, 0, 1].flatMap((i) =>
    [-1, 0, 1].flatMap((j) => [-1, 0, 1].map((k) => [cell(x) + i, cell(y) + j, cell(z) + k].join()))
  );

function notesOf({atoms, models, model, alternates, complaints}: ParsedStructure, drawn: number): string[] {
  const count = (value: number): string => value.toLocaleString("en");
  return [
    models > 1 ? `Model ${count(model)} of ${count(models)} is shown.` : "",
    alternates > 0
      ? `${count(alternates)} atoms have another place too, of lower or equal occupancy; it is left out.`
      : "",
    drawn < atoms.length
      ? `Of ${count(atoms.length)} atoms ${count(drawn)} are drawn: one of each residue, joined by lines, ligands, and what is near the first ligands.`
      : "",
    ...complaints.map((words) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`)
  ].filter((words) => words !== "");
}
