import {commonSubstructure} from "../chem/common-substructure.js";
import {compileSmarts} from "../chem/compile-smarts.js";
import {type RDKit, withMolecule} from "../chem/molecule.js";
import type {Point} from "./geometry.js";
import {type Placement, placed, superpose} from "./superposition.js";

const ATOM_LINES = 4;
const COORDINATE = 10;

/** Places of a V2000 molblock's atoms in Å, in its order, with their elements. */
export function molblockAtoms(molblock: string): (Point & {readonly element: string})[] {
  const lines = molblock.split("\n");
  const count = Number(lines[ATOM_LINES - 1]?.slice(0, 3));
  return lines.slice(ATOM_LINES, ATOM_LINES + count).map((line) => {
    const [x = NaN, y = NaN, z = NaN] = [0, 1, 2].map((i) => Number(line.slice(i * COORDINATE, (i + 1) * COORDINATE)));
    return {x, y, z, element: line.slice(31, 34).trim()};
  });
}

/** A V2000 molblock with its atoms turned and shifted. */
export function moveMolblock(molblock: string, placement: Placement): string {
  const atoms = molblockAtoms(molblock);
  return molblock
    .split("\n")
    .map((line, i) => {
      const atom = atoms[i - ATOM_LINES];
      if (!atom) return line;
      const {x, y, z} = placed(placement, atom);
      return [x, y, z].map((value) => value.toFixed(4).padStart(COORDINATE)).join("") + line.slice(3 * COORDINATE);
    })
    .join("\n");
}

/** A molblock laid on another. */
export interface Overlaid {
  readonly molblock: string;
  /** Root mean square distance of the atoms laid on each other, in Å. */
  readonly rmsd: number;
}

/** One of several conformers laid on another molecule. */
export interface CoreOverlaid extends Overlaid {
  /** Which of the conformers it is. */
  readonly index: number;
}

/** Lays a conformer on another of the same molecule by its heavy atoms, in their order; symmetry is not looked for. */
export function layConformer(molblock: string, onto: string): Overlaid {
  const heavy = (text: string): Point[] => molblockAtoms(text).filter(({element}) => element !== "H");
  return lay(molblock, heavy(molblock), heavy(onto));
}

function lay(molblock: string, moving: readonly Point[], onto: readonly Point[]): Overlaid {
  if (moving.length < 3) return {molblock, rmsd: 0};
  const placement = superpose(moving, onto);
  return {molblock: moveMolblock(molblock, placement), rmsd: placement.rmsd};
}

/** Seconds that the search for a common core may take, and the fewest atoms that make a core. */
const SECONDS = 5;
const SMALLEST_CORE = 3;

/** The largest substructure that all of some molecules have in common, as SMARTS, rings whole; null when it has fewer than three atoms. */
export function sharedCore(rdkit: RDKit, smiles: readonly string[]): string | null {
  const shared = commonSubstructure(rdkit, smiles, {seconds: SECONDS, share: 1});
  return shared === null || shared.atoms < SMALLEST_CORE ? null : shared.smarts;
}

/** Places of the core's atoms in a molblock, once for every way in which it occurs. */
function corePlaces(rdkit: RDKit, molblock: string, core: string): Point[][] {
  const atoms = molblockAtoms(molblock);
  const matches = withMolecule(rdkit, molblock, (molecule) => {
    const pattern = compileSmarts(rdkit, core);
    try {
      const found = JSON.parse(
        molecule.get_substruct_matches(pattern, JSON.stringify({uniquify: false, maxMatches: 24}))
      ) as {atoms: number[]}[] | Record<string, never>;
      return Array.isArray(found) ? found : [];
    } finally {
      pattern.delete();
    }
  });
  return (matches ?? []).map((match) => match.atoms.flatMap((i) => atoms[i] ?? []));
}

/**
 * Of several conformers of a molecule the one whose core lies best on that of another, laid on it; null when the core
 * does not occur in one of them.
 */
export function layOnCore(
  rdkit: RDKit,
  core: string,
  conformers: readonly string[],
  onto: string
): (Overlaid & {readonly index: number}) | null {
  const [target] = corePlaces(rdkit, onto, core);
  if (!target || target.length < SMALLEST_CORE) return null;
  const all = conformers.flatMap((molblock, index) =>
    corePlaces(rdkit, molblock, core)
      .filter((places) => places.length === target.length)
      .map((places) => ({...lay(molblock, places, target), index}))
  );
  return all.reduce<CoreOverlaid | null>((best, each) => (best && best.rmsd <= each.rmsd ? best : each), null);
}
