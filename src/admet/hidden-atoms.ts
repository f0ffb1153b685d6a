import type {Mol, RDKit} from "../chem/molecule.js";
import {withMolecule} from "../chem/molecule.js";
import {admetFeatures, type AdmetFeatures} from "./features.js";

interface JsonAtom {
  readonly z?: number;
  readonly impHs?: number;
}
interface JsonMolecules {
  readonly molecules: readonly [{readonly atoms: readonly JsonAtom[]}];
}

/**
 * Features of a molecule with each of its atoms hidden in turn: the atom becomes a dummy without hydrogens, and of the
 * bits only those remain that the molecule has without it. Numeric features stay: they are of the whole molecule. An atom
 * that cannot be hidden changes nothing.
 * @returns one set of features per atom, in RDKit's order
 * @see Riniker, Landrum, J. Cheminform. 2013, doi:10.1186/1758-2946-5-43
 */
export function hiddenAtoms(rdkit: RDKit, mol: Mol): AdmetFeatures[] {
  if (mol.get_num_atoms() === 0) return [];
  const whole = admetFeatures(mol);
  const had = new Set(whole.bits);
  const json = JSON.parse(mol.get_json()) as JsonMolecules;
  const [first] = json.molecules;
  return first.atoms.map((_, hidden) => {
    const atoms = first.atoms.map((atom, place) => (place === hidden ? {z: 0, impHs: 0} : atom));
    const text = JSON.stringify({...json, molecules: [{...first, atoms}]});
    const without = withMolecule(rdkit, text, (other) => admetFeatures(other).bits);
    return without === null ? whole : {bits: without.filter((bit) => had.has(bit)), values: whole.values};
  });
}
