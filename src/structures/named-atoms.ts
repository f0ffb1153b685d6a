import type {Residue, StructureAtom} from "./residues.js";

/** Between two atoms; a dash must stand alone, for names of atoms may hold one. */
const BETWEEN = /[,;–]|\s-\s/;
/** "A:957", "957", "GLU957", "GLU A957", with an insertion code or without. */
const RESIDUE = /(?:^|\s)(?:([A-Za-z0-9]+):)?([A-Za-z]*)(-?\d+)([A-Za-z]?)$/;

/**
 * Atoms named as a paper or the list of measures names them, e.g. "GLU957 O, A:1 N12": of each the residue, then the atom.
 * The first that fits, where no chain is given.
 *
 * @returns the atoms in order, or in words what could not be found
 */
export function namedAtoms(text: string, residues: readonly Residue[]): StructureAtom[] | string {
  const parts = text
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const found: StructureAtom[] = [];
  for (const part of parts) {
    const atom = namedAtom(part, residues);
    if (typeof atom === "string") return atom;
    found.push(atom);
  }
  return found;
}

function namedAtom(part: string, residues: readonly Residue[]): StructureAtom | string {
  const words = part.split(/\s+/);
  const name = (words.pop() ?? "").toUpperCase();
  const [, chain, letters = "", number = "", code = ""] = RESIDUE.exec(words.join(" ")) ?? [];
  if (number === "") return `“${part}” names no residue: write its number, then the atom, e.g. A:957 O`;
  const own = residues.filter(
    (residue) =>
      residue.id.endsWith(`:${number}${code.toUpperCase()}`) &&
      (chain === undefined || residue.chain === chain) &&
      (letters === "" || residue.name === letters.toUpperCase() || residue.chain === letters)
  );
  if (own.length === 0) return `there is no residue “${words.join(" ")}”`;
  const atom = own.flatMap(({atoms}) => atoms).find((each) => each.name.toUpperCase() === name);
  const known = own[0]?.atoms.map((each) => each.name).join(", ") ?? "";
  return atom ?? `“${words.join(" ")}” has no atom ${name}; it has ${known}`;
}
