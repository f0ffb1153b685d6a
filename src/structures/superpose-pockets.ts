import {alignSequences} from "./align-sequences.js";
import {pocketOf, type Residue} from "./residues.js";
import {superpose, type Superposition} from "./superposition.js";

/** Å around the ligand whose residues are laid on each other, and the fewest pairs that say anything. */
const POCKET = 8;
const FEWEST = 6;

/** Two structures laid on each other by the residues about a ligand. */
export interface PocketSuperposition extends Superposition {
  /** Residues laid on each other, of the moving structure first. */
  readonly pairs: readonly (readonly [moving: Residue, fixed: Residue])[];
}

/**
 * Lays a structure on another by the Cα atoms of the pocket: chains are aligned by sequence, and the residues within 8 Å
 * of the fixed structure's ligand are laid on their counterparts. Of several chains the pair with the lowest RMSD.
 *
 * @returns null when fewer than six residues of the pocket have a counterpart
 */
export function superposePockets(
  moving: readonly Residue[],
  fixed: readonly Residue[],
  ligand: Residue
): PocketSuperposition | null {
  const pocket = pocketOf(ligand, fixed, POCKET);
  const found = chainsOf(pocket).flatMap((chain) => {
    const own = polymerOf(fixed, chain);
    const ids = new Set(pocket.map(({id}) => id));
    return chainsOf(moving).flatMap((other) => {
      const theirs = polymerOf(moving, other);
      const pairs = alignSequences(namesOf(theirs), namesOf(own)).flatMap(([i, j]) => pairOf(theirs[i], own[j], ids));
      return pairs.length < FEWEST ? [] : [layOn(pairs)];
    });
  });
  return found.reduce<PocketSuperposition | null>((best, each) => (best && best.rmsd <= each.rmsd ? best : each), null);
}

const chainsOf = (residues: readonly Residue[]): string[] => [
  ...new Set(residues.filter(({role}) => role === "polymer").map(({chain}) => chain))
];
const polymerOf = (residues: readonly Residue[], chain: string): Residue[] =>
  residues.filter((residue) => residue.role === "polymer" && residue.chain === chain);
const namesOf = (residues: readonly Residue[]): string[] => residues.map(({name}) => name);
const alphaOf = ({atoms}: Residue) => atoms.find(({name}) => name === "CA");

type Pair = readonly [moving: Residue, fixed: Residue];

function pairOf(moving: Residue | undefined, fixed: Residue | undefined, pocket: ReadonlySet<string>): Pair[] {
  return moving && fixed && pocket.has(fixed.id) && alphaOf(moving) && alphaOf(fixed) ? [[moving, fixed]] : [];
}

function layOn(pairs: readonly Pair[]): PocketSuperposition {
  const points = pairs.flatMap(([moving, fixed]) => {
    const [a, b] = [alphaOf(moving), alphaOf(fixed)];
    return a && b ? [[a, b] as const] : [];
  });
  const placement = superpose(
    points.map(([a]) => a),
    points.map(([, b]) => b)
  );
  return {...placement, pairs};
}
