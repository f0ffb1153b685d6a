import type {Mol, RDKit} from "./molecule.js";
import type {GraphAtom, GraphBond, MoleculeGraph} from "./molecule-graph.js";
import {MOST_ATOMS} from "./structure-size.js";

const JSON_DEFAULTS = {
  atom: {z: 6, impHs: 0, chg: 0, nRad: 0, isotope: 0, stereo: "unspecified"},
  bond: {bo: 1, stereo: "unspecified"}
};

/** The atom at the other end of a bond. */
export const otherEnd = ({from, to}: GraphBond, atom: number): number => (from === atom ? to : from);

/** The bonds of an atom. */
export const bondsOf = ({atoms, bonds}: MoleculeGraph, atom: number): GraphBond[] =>
  (atoms[atom]?.bonds ?? []).flatMap((index) => bonds[index] ?? []);

/**
 * The part of a graph made of the kept atoms, renumbered in their order, with the rings that are kept whole. An atom
 * whose bond is cut gets as many hydrogens as the bond had electron pairs (Kekulé form).
 */
export function partOf(graph: MoleculeGraph, keep: ReadonlySet<number>): MoleculeGraph {
  const kept = [...keep].sort((a, b) => a - b);
  const place = new Map(kept.map((atom, index) => [atom, index]));
  const bonds = graph.bonds.flatMap((bond): GraphBond[] => {
    const [from, to] = [place.get(bond.from), place.get(bond.to)];
    return from === undefined || to === undefined ? [] : [{...bond, from, to}];
  });
  const bondsOfAtoms = kept.map((): number[] => []);
  bonds.forEach(({from, to}, index) => {
    bondsOfAtoms[from]?.push(index);
    bondsOfAtoms[to]?.push(index);
  });
  const atoms = kept.flatMap((index, at): GraphAtom[] => {
    const atom = graph.atoms[index];
    const hydrogens = (atom?.hydrogens ?? 0) + hydrogensFreed(graph, index, keep);
    return atom ? [{...atom, hydrogens, bonds: bondsOfAtoms[at] ?? []}] : [];
  });
  const rings = graph.rings.map((ring) => ring.flatMap((atom) => place.get(atom) ?? []));
  return {atoms, bonds, rings: rings.filter((ring, index) => ring.length === graph.rings[index]?.length)};
}

/**
 * Canonical SMILES of the part of a molecule made of the kept atoms, without stereo. An atom whose bond is cut gets
 * hydrogens in its place. Empty when nothing is kept; null when RDKit refuses the part.
 */
export function subMoleculeSmiles(rdkit: RDKit, graph: MoleculeGraph, keep: ReadonlySet<number>): string | null {
  return keep.size === 0 ? "" : withGraph(rdkit, partOf(graph, keep), (molecule) => molecule.get_smiles());
}

/** Lends RDKit's molecule of a graph, without stereo, as `withMolecule` does; null when RDKit refuses it or it is too large. */
export function withGraph<T>(rdkit: RDKit, graph: MoleculeGraph, use: (molecule: Mol) => T): T | null {
  const atoms = graph.atoms.map(({element, charge, isotope, radicals, hydrogens}) => ({
    z: element,
    chg: charge,
    isotope,
    nRad: radicals,
    impHs: hydrogens
  }));
  const bonds = graph.bonds.map(({from, to, order}) => ({bo: order, atoms: [from, to]}));
  const json = {commonchem: {version: 10}, defaults: JSON_DEFAULTS, molecules: [{atoms, bonds}]};
  const molecule = graph.atoms.length > MOST_ATOMS ? null : rdkit.get_mol(JSON.stringify(json));
  if (molecule === null) return null;
  try {
    return use(molecule);
  } finally {
    molecule.delete();
  }
}

function hydrogensFreed(graph: MoleculeGraph, atom: number, keep: ReadonlySet<number>): number {
  const cut = bondsOf(graph, atom).filter((bond) => !keep.has(otherEnd(bond, atom)));
  return cut.reduce((sum, {order}) => sum + order, 0);
}
