import type {Mol} from "./molecule.js";

/** Atoms, bonds and rings of a molecule as plain arrays, read once from RDKit; hydrogens are counts. */
export interface MoleculeGraph {
  readonly atoms: readonly GraphAtom[];
  readonly bonds: readonly GraphBond[];
  /** Atom indices of each ring of RDKit's symmetrised smallest set. */
  readonly rings: readonly (readonly number[])[];
}

/** One atom, in RDKit's order. */
export interface GraphAtom {
  /** Atomic number; 0 for an attachment point or wildcard. */
  readonly element: number;
  readonly hydrogens: number;
  readonly charge: number;
  /** Mass number; 0 when none was given. */
  readonly isotope: number;
  readonly radicals: number;
  readonly isAromatic: boolean;
  /** Indices of bonds of this atom. */
  readonly bonds: readonly number[];
}

/** One bond, in RDKit's order. */
export interface GraphBond {
  readonly from: number;
  readonly to: number;
  /** Order in Kekulé form: 1, 2, 3 or 4; 0 for a zero-order bond, 17 (RDKit's code) for a dative one. */
  readonly order: number;
  readonly isAromatic: boolean;
}

interface JsonAtom {
  readonly z?: number;
  readonly impHs?: number;
  readonly chg?: number;
  readonly isotope?: number;
  readonly nRad?: number;
}
interface JsonBond {
  readonly bo?: number;
  readonly atoms: readonly [number, number];
}
interface JsonExtension {
  readonly name: string;
  readonly aromaticAtoms?: readonly number[];
  readonly aromaticBonds?: readonly number[];
  readonly atomRings?: readonly (readonly number[])[];
}
interface JsonMolecule {
  readonly defaults: {readonly atom: Required<JsonAtom>; readonly bond: {readonly bo: number}};
  readonly molecules: readonly [
    {
      readonly atoms: readonly JsonAtom[];
      readonly bonds?: readonly JsonBond[];
      readonly extensions?: readonly JsonExtension[];
    }
  ];
}

/** Reads the graph of a molecule; an empty molecule gives empty arrays. */
export function moleculeGraph(molecule: Mol): MoleculeGraph {
  if (molecule.get_num_atoms() === 0) return {atoms: [], bonds: [], rings: []};
  const json = JSON.parse(molecule.get_json()) as JsonMolecule;
  const [{atoms, bonds = [], extensions = []}] = json.molecules;
  const representation = extensions.find(({name}) => name === "rdkitRepresentation");
  const aromaticAtoms = new Set(representation?.aromaticAtoms);
  const aromaticBonds = new Set(representation?.aromaticBonds);
  const bondsOfAtoms = atoms.map((): number[] => []);
  bonds.forEach(({atoms: [from, to]}, index) => {
    bondsOfAtoms[from]?.push(index);
    bondsOfAtoms[to]?.push(index);
  });
  const {atom: usual, bond: usualBond} = json.defaults;
  return {
    atoms: atoms.map((atom, index) => ({
      element: atom.z ?? usual.z,
      hydrogens: atom.impHs ?? usual.impHs,
      charge: atom.chg ?? usual.chg,
      isotope: atom.isotope ?? usual.isotope,
      radicals: atom.nRad ?? usual.nRad,
      isAromatic: aromaticAtoms.has(index),
      bonds: bondsOfAtoms[index] ?? []
    })),
    bonds: bonds.map(({atoms: [from, to], bo = usualBond.bo}, index) => ({
      from,
      to,
      order: bo,
      isAromatic: aromaticBonds.has(index)
    })),
    rings: representation?.atomRings ?? []
  };
}
