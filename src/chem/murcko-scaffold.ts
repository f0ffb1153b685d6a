import type {Mol, RDKit} from "./molecule.js";
import {type MoleculeGraph, moleculeGraph} from "./molecule-graph.js";
import {otherEnd, subMoleculeSmiles} from "./sub-molecule.js";

const DOUBLE = 2;

/**
 * Bemis-Murcko scaffold as canonical SMILES without stereo: rings, the linkers between them, and atoms double-bonded
 * to either, as RDKit keeps them. Empty for a molecule without rings; null when RDKit refuses the part.
 *
 * @see Bemis & Murcko 1996, doi:10.1021/jm9602928
 */
export function murckoScaffold(rdkit: RDKit, molecule: Mol): string | null {
  const graph = moleculeGraph(molecule);
  return subMoleculeSmiles(rdkit, graph, murckoAtoms(graph));
}

/** Indices of the atoms of the Bemis-Murcko scaffold; none without rings. */
export function murckoAtoms(graph: MoleculeGraph): Set<number> {
  const core = ringsAndLinkers(graph);
  const kept = new Set(core);
  for (const {from, to, order, isAromatic} of graph.bonds) {
    if (order !== DOUBLE || isAromatic) continue;
    if (core.has(from)) kept.add(to);
    if (core.has(to)) kept.add(from);
  }
  return kept;
}

/** Prunes atoms with one neighbour until only rings and what joins them are left. */
function ringsAndLinkers({atoms, bonds, rings}: MoleculeGraph): Set<number> {
  const kept = new Set(rings.length === 0 ? [] : atoms.keys());
  const degree = atoms.map((atom) => atom.bonds.length);
  const ends = [...kept].filter((atom) => (degree[atom] ?? 0) <= 1);
  for (let atom = ends.pop(); atom !== undefined; atom = ends.pop()) {
    if (!kept.delete(atom)) continue;
    for (const index of atoms[atom]?.bonds ?? []) {
      const bond = bonds[index];
      if (!bond) continue;
      const neighbour = otherEnd(bond, atom);
      degree[neighbour] = (degree[neighbour] ?? 0) - 1;
      if (kept.has(neighbour) && (degree[neighbour] ?? 0) <= 1) ends.push(neighbour);
    }
  }
  return kept;
}
