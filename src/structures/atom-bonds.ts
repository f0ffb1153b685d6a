import {apart, type Point} from "./geometry.js";

/** What of an atom is needed to find its bonds; coordinates in Å. */
export interface BondableAtom extends Point {
  readonly element: string;
}

/**
 * Single-bond covalent radii in Å.
 *
 * @see Cordero et al. 2008, doi:10.1039/b801115j
 */
const RADII: Readonly<Record<string, number>> = {
  ...{H: 0.31, D: 0.31, B: 0.84, C: 0.76, N: 0.71, O: 0.66, F: 0.57, SI: 1.11, P: 1.07, S: 1.05, CL: 1.02},
  ...{SE: 1.2, BR: 1.2, I: 1.39, AS: 1.19, TE: 1.38}
};
/** How much longer than the sum of radii a bond may be, and the shortest bond, in Å. */
const SLACK = 0.4;
const SHORTEST = 0.6;
const LONGEST = 3.2;

/** Sum of the two covalent radii in Å; NaN for metals and other elements that make no such bond. */
export const bondLength = (a: string, b: string): number =>
  (RADII[a.toUpperCase()] ?? NaN) + (RADII[b.toUpperCase()] ?? NaN);

/** Neighbours of every atom by distance, as indices. Two hydrogens are never neighbours. */
export function neighboursOf(atoms: readonly BondableAtom[]): readonly (readonly number[])[] {
  const found = atoms.map((): number[] => []);
  const cells = new Map<number, number[]>();
  const cell = (value: number): number => Math.floor(value / LONGEST);
  atoms.forEach((atom, index) => {
    const [x, y, z] = [cell(atom.x), cell(atom.y), cell(atom.z)];
    for (let i = x - 1; i <= x + 1; i++)
      for (let j = y - 1; j <= y + 1; j++)
        for (let k = z - 1; k <= z + 1; k++)
          for (const other of cells.get(keyOf(i, j, k)) ?? [])
            if (areBonded(atom, atoms[other])) {
              found[index]?.push(other);
              found[other]?.push(index);
            }
    const key = keyOf(x, y, z);
    const members = cells.get(key);
    if (members) members.push(index);
    else cells.set(key, [index]);
  });
  return found;
}

/** One number for a cell: coordinates of a file stay within 2^16 cells of the origin. */
const SIDE = 2 ** 17;
const keyOf = (x: number, y: number, z: number): number => (x * SIDE + y) * SIDE + z;

const isHydrogen = ({element}: BondableAtom): boolean => ["H", "D"].includes(element.toUpperCase());

/** True of two atoms as far apart as a bond of theirs is long; never of two hydrogens, or of a metal. */
export function areBonded(a: BondableAtom, b: BondableAtom | undefined): boolean {
  if (!b || (isHydrogen(a) && isHydrogen(b))) return false;
  const at = apart(a, b);
  return at >= SHORTEST && at <= bondLength(a.element, b.element) + SLACK;
}
