import type {RDKit} from "./molecule.js";
import type {MoleculeGraph} from "./molecule-graph.js";
import {murckoAtoms} from "./murcko-scaffold.js";
import {partOf, withGraph} from "./sub-molecule.js";

const CARBON = {element: 6, charge: 0, isotope: 0, radicals: 0, isAromatic: false};
const CARBON_VALENCE = 4;

/**
 * The generic framework of a molecule: its Bemis-Murcko scaffold with every atom a carbon and every bond single, as
 * canonical SMILES. Empty for a molecule without rings; null when RDKit refuses it (an atom with five neighbours).
 *
 * @see Bemis & Murcko 1996, doi:10.1021/jm9602928
 */
export function genericFramework(rdkit: RDKit, graph: MoleculeGraph): string | null {
  const scaffold = partOf(graph, murckoAtoms(graph));
  return scaffold.atoms.length === 0
    ? ""
    : withGraph(rdkit, genericGraph(scaffold), (molecule) => molecule.get_smiles());
}

/** The graph with every atom a carbon and every bond single. */
export function genericGraph({atoms, bonds, rings}: MoleculeGraph): MoleculeGraph {
  return {
    atoms: atoms.map((atom) => ({...atom, ...CARBON, hydrogens: Math.max(0, CARBON_VALENCE - atom.bonds.length)})),
    bonds: bonds.map((bond) => ({...bond, order: 1, isAromatic: false})),
    rings
  };
}
