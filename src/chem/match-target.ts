import type {MoleculeGraph} from "./molecule-graph.js";

/** Code of an aromatic bond among bond orders. */
export const AROMATIC_BOND = 12;

/** A molecule as substructure matching reads it: one typed array per property, neighbours in a row. */
export interface MatchTarget {
  readonly count: number;
  readonly element: Uint8Array;
  readonly aromatic: Uint8Array;
  readonly charge: Int8Array;
  readonly isotope: Uint16Array;
  readonly radicals: Uint8Array;
  /** Hydrogens, those written as atoms too. */
  readonly hydrogens: Uint8Array;
  /** Hydrogens that are not atoms. */
  readonly implicitHydrogens: Uint8Array;
  /** Neighbours that are atoms. */
  readonly degree: Uint8Array;
  /** Sum of bond orders, hydrogens included. */
  readonly valence: Uint8Array;
  /** Rings that an atom is in, of the symmetrised smallest set. */
  readonly ringCount: Uint8Array;
  /** Size of the smallest of them; 0 outside rings. */
  readonly smallestRing: Uint8Array;
  /** Bonds in rings. */
  readonly ringBonds: Uint8Array;
  /** Where the neighbours of each atom begin; one more than there are atoms. */
  readonly first: Uint16Array;
  readonly neighbour: Uint16Array;
  /** Order of the bond to each neighbour: 1, 2, 3…, 12 when aromatic. */
  readonly order: Uint8Array;
  /** 1 where the bond to a neighbour is in a ring. */
  readonly inRing: Uint8Array;
}

/** Lays a molecule out for matching; an empty one has no atoms. */
export function matchTarget({atoms, bonds, rings}: MoleculeGraph): MatchTarget {
  const count = atoms.length;
  const bytes = (): Uint8Array => new Uint8Array(count);
  const target = {
    count,
    ...{element: bytes(), aromatic: bytes(), charge: new Int8Array(count), isotope: new Uint16Array(count)},
    ...{radicals: bytes(), hydrogens: bytes(), implicitHydrogens: bytes(), degree: bytes(), valence: bytes()},
    ...{ringCount: bytes(), smallestRing: bytes(), ringBonds: bytes(), first: new Uint16Array(count + 1)},
    ...{neighbour: new Uint16Array(2 * bonds.length), order: new Uint8Array(2 * bonds.length)},
    inRing: new Uint8Array(2 * bonds.length)
  };
  const ringBond = ringBondsOf(rings, count);
  let at = 0;
  atoms.forEach((atom, index) => {
    target.element[index] = atom.element;
    target.aromatic[index] = atom.isAromatic ? 1 : 0;
    target.charge[index] = atom.charge;
    target.isotope[index] = atom.isotope;
    target.radicals[index] = atom.radicals;
    target.implicitHydrogens[index] = atom.hydrogens;
    target.degree[index] = atom.bonds.length;
    let valence = atom.hydrogens;
    let hydrogens = atom.hydrogens;
    target.first[index] = at;
    for (const own of atom.bonds) {
      const bond = bonds[own];
      if (!bond) continue;
      const other = bond.from === index ? bond.to : bond.from;
      const isInRing = ringBond.has(bondKey(index, other, count));
      valence += bond.order;
      if (atoms[other]?.element === 1) hydrogens++;
      if (isInRing) target.ringBonds[index] = (target.ringBonds[index] ?? 0) + 1;
      target.neighbour[at] = other;
      target.order[at] = bond.isAromatic ? AROMATIC_BOND : bond.order;
      target.inRing[at++] = isInRing ? 1 : 0;
    }
    target.valence[index] = valence;
    target.hydrogens[index] = hydrogens;
  });
  target.first[count] = at;
  for (const ring of rings)
    for (const atom of ring) {
      const smallest = target.smallestRing[atom] ?? 0;
      target.ringCount[atom] = (target.ringCount[atom] ?? 0) + 1;
      if (smallest === 0 || ring.length < smallest) target.smallestRing[atom] = ring.length;
    }
  return target;
}

const bondKey = (a: number, b: number, count: number): number => (a < b ? a * count + b : b * count + a);

function ringBondsOf(rings: MoleculeGraph["rings"], count: number): Set<number> {
  const keys = new Set<number>();
  for (const ring of rings)
    ring.forEach((atom, index) => {
      keys.add(bondKey(atom, ring[(index + 1) % ring.length] ?? atom, count));
    });
  return keys;
}
