import type {RDKit} from "./molecule.js";
import type {GraphBond, MoleculeGraph} from "./molecule-graph.js";

const JSON_DEFAULTS = {
  atom: {z: 6, impHs: 0, chg: 0, nRad: 0, isotope: 0, stereo: "unspecified"},
  bond: {bo: 1, stereo: "unspecified"}
};

/** The atom at the other end of a bond. */
export const otherEnd = ({from, to}: GraphBond, atom: number): number => (from === atom ? to : from);

/**
 * Canonical SMILES of the part of a molecule made of the kept atoms, without stereo. An atom whose bond is cut gets
 * hydrogens in its place. Empty when nothing is kept; null when RDKit refuses the part.
 */
export function subMoleculeSmiles(rdkit: RDKit, graph: MoleculeGraph, keep: ReadonlySet<number>): string | null {
  if (keep.size === 0) return "";
  const molecule = rdkit.get_mol(JSON.stringify(subMoleculeJson(graph, keep)));
  if (!molecule) return null;
  try {
    return molecule.get_smiles();
  } finally {
    molecule.delete();
  }
}

function subMoleculeJson(graph: MoleculeGraph, keep: ReadonlySet<number>): object {
  const kept = [...keep].sort((a, b) => a - b);
  const place = new Map(kept.map((atom, index) => [atom, index]));
  const atoms = kept.map((index) => {
    const {element = 0, charge = 0, isotope = 0, hydrogens = 0} = graph.atoms[index] ?? {};
    return {z: element, chg: charge, isotope, impHs: hydrogens + hydrogensFreed(graph, index, keep)};
  });
  const bonds = graph.bonds.flatMap(({from, to, order}) => {
    const ends = [place.get(from), place.get(to)];
    return ends.includes(undefined) ? [] : [{bo: order, atoms: ends}];
  });
  return {commonchem: {version: 10}, defaults: JSON_DEFAULTS, molecules: [{atoms, bonds}]};
}

function hydrogensFreed({atoms, bonds}: MoleculeGraph, atom: number, keep: ReadonlySet<number>): number {
  const cut = (atoms[atom]?.bonds ?? []).flatMap((index) => {
    const bond = bonds[index];
    return bond && !keep.has(otherEnd(bond, atom)) ? [bond] : [];
  });
  return cut.reduce((sum, {isAromatic, order}) => sum + (isAromatic ? 1 : order), 0);
}
