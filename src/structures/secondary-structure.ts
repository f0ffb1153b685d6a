import {apart, between, moved, type Point, unit} from "./geometry.js";
import type {SecondaryRange} from "./parsed-structure.js";
import type {Residue, StructureAtom} from "./residues.js";

/** Energy of a backbone hydrogen bond in kcal/mol below which it counts, its factor, and how far Cα may be, in Å. */
const BOND_ENERGY = -0.5;
const FACTOR = 27.9;
const LONGEST = 9;
/** Longest C–N of a peptide bond in Å. */
const PEPTIDE = 2;
/** Chains with more residues than this are left as loops: every pair is looked at. */
const MOST_RESIDUES = 6000;

interface Backbone {
  readonly residue: Residue;
  readonly n: StructureAtom;
  readonly ca: StructureAtom;
  readonly c: StructureAtom;
  readonly o: StructureAtom;
  /** Hydrogen of the amide; null at the start of a chain and in proline. */
  readonly h: Point | null;
  readonly follows: boolean;
}

/**
 * Helices and strands from the hydrogen bonds of the backbone, for files that do not say: α-helices by two consecutive
 * bonds to the fourth residue before, strands by the ladders of bridges.
 *
 * @see Kabsch & Sander 1983, doi:10.1002/bip.360221211 (DSSP)
 */
export function secondaryStructure(residues: readonly Residue[]): SecondaryRange[] {
  const chain = backboneOf(residues);
  if (chain.length > MOST_RESIDUES) return [];
  const bonds = bondsOf(chain);
  const has = (donor: number, acceptor: number): boolean => bonds.has(donor * MOST_RESIDUES + acceptor);
  const kinds = chain.map((): SecondaryRange["kind"] | null => null);
  for (let i = 0; i < chain.length; i++) if (has(i + 4, i) && has(i + 5, i + 1)) kinds.fill("helix", i + 1, i + 5);
  for (const key of bonds) {
    const [i, j] = [Math.floor(key / MOST_RESIDUES), key % MOST_RESIDUES];
    for (const [a, b] of bridgesAt(i, j, has)) for (const k of [a, b]) if (kinds[k] === null) kinds[k] = "strand";
  }
  return rangesOf(chain, kinds);
}

/** Bridges that a bond from donor i to acceptor j is part of. */
function bridgesAt(i: number, j: number, has: (donor: number, acceptor: number) => boolean): [number, number][] {
  if (Math.abs(i - j) < 3) return [];
  const found: [number, number][] = [];
  if (has(j, i)) found.push([i, j]);
  if (has(j + 2, i - 2)) found.push([i - 1, j + 1]);
  if (has(j + 2, i)) found.push([i, j + 1]);
  if (has(j, i - 2)) found.push([i - 1, j]);
  return found;
}

function backboneOf(residues: readonly Residue[]): Backbone[] {
  const found: Backbone[] = [];
  for (const residue of residues) {
    if (residue.role !== "polymer") continue;
    const [n, ca, c, o] = ["N", "CA", "C", "O"].map((name) => residue.atoms.find((atom) => atom.name === name));
    if (!n || !ca || !c || !o) continue;
    const before = found[found.length - 1];
    const follows = before !== undefined && apart(before.c, n) <= PEPTIDE;
    const h = follows && residue.name !== "PRO" ? moved(n, unit(between(before.o, before.c))) : null;
    found.push({residue, n, ca, c, o, h, follows});
  }
  return found;
}

function bondsOf(chain: readonly Backbone[]): Set<number> {
  const bonds = new Set<number>();
  chain.forEach((donor, i) => {
    if (!donor.h) return;
    const {h} = donor;
    chain.forEach((acceptor, j) => {
      if (Math.abs(i - j) < 2 || apart(donor.ca, acceptor.ca) > LONGEST) return;
      const energy =
        FACTOR *
        (1 / apart(acceptor.o, donor.n) +
          1 / apart(acceptor.c, h) -
          1 / apart(acceptor.o, h) -
          1 / apart(acceptor.c, donor.n));
      if (energy < BOND_ENERGY) bonds.add(i * MOST_RESIDUES + j);
    });
  });
  return bonds;
}

function rangesOf(chain: readonly Backbone[], kinds: readonly (SecondaryRange["kind"] | null)[]): SecondaryRange[] {
  const ranges: SecondaryRange[] = [];
  chain.forEach(({residue, follows}, i) => {
    const kind = kinds[i] ?? null;
    if (kind === null) return;
    const last = ranges[ranges.length - 1];
    const {chain: name, number} = residue;
    if (last && follows && kinds[i - 1] === kind) ranges[ranges.length - 1] = {...last, to: number};
    else ranges.push({kind, chain: name, from: number, to: number});
  });
  return ranges;
}
