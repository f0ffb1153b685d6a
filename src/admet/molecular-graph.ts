import {moleculeGraph} from "../chem/molecule-graph.js";
import type {Mol} from "../chem/molecule.js";

/** The atoms of one molecule in flat arrays with their topological distances. */
export interface MolecularGraph {
  /** Number of atoms; hydrogens count only where they are atoms of their own. */
  readonly size: number;
  /** Atomic number of each atom. */
  readonly element: Uint8Array;
  /** Formal charge of each atom. */
  readonly charge: Int8Array;
  /** Hydrogens on each atom. */
  readonly hydrogens: Uint8Array;
  /** 1 for aromatic atoms. */
  readonly aromatic: Uint8Array;
  /** Neighbours of each atom. */
  readonly neighbours: readonly (readonly number[])[];
  /** Largest order of a bond of each atom in the Kekulé form. */
  readonly highestOrder: Uint8Array;
  /** Bonds between the atoms of each pair, row by row; `NO_PATH` where there is no path, at most 254. */
  readonly distance: Uint8Array;
  /** Atoms in the largest ring; 0 without rings. */
  readonly largestRing: number;
}

/** The distance between atoms of different fragments. */
export const NO_PATH = 255;

/** The graph of a molecule with all topological distances; an empty molecule gives a graph of size 0. */
export function molecularGraph(mol: Mol): MolecularGraph {
  const {atoms, bonds, rings} = moleculeGraph(mol);
  const neighbours: number[][] = atoms.map(() => []);
  const highestOrder = new Uint8Array(atoms.length).fill(1);
  for (const {from, to, order} of bonds) {
    neighbours[from]?.push(to);
    neighbours[to]?.push(from);
    for (const atom of [from, to]) highestOrder[atom] = Math.max(highestOrder[atom] ?? 1, order);
  }
  return {
    size: atoms.length,
    element: Uint8Array.from(atoms, ({element}) => element),
    charge: Int8Array.from(atoms, ({charge}) => charge),
    hydrogens: Uint8Array.from(atoms, ({hydrogens}) => hydrogens),
    aromatic: Uint8Array.from(atoms, ({isAromatic}) => Number(isAromatic)),
    neighbours,
    highestOrder,
    distance: distances(neighbours),
    largestRing: Math.max(0, ...rings.map((ring) => ring.length))
  };
}

function distances(neighbours: readonly (readonly number[])[]): Uint8Array {
  const size = neighbours.length;
  const distance = new Uint8Array(size * size).fill(NO_PATH);
  for (let start = 0; start < size; start++) {
    const row = distance.subarray(start * size, (start + 1) * size);
    row[start] = 0;
    const queue = [start];
    for (let head = 0; head < queue.length; head++) {
      const atom = queue[head] ?? 0;
      const next = Math.min((row[atom] ?? 0) + 1, NO_PATH - 1);
      for (const other of neighbours[atom] ?? []) {
        if (row[other] !== NO_PATH) continue;
        row[other] = next;
        queue.push(other);
      }
    }
  }
  return distance;
}
