import {layOut} from "./layout.js";
import {type RDKit, withMolecule} from "./molecule.js";

/** A structure as a molfile with 2D coordinates; null when RDKit cannot read it. */
export function flatMolblock(rdkit: RDKit, structure: string): string | null {
  return withMolecule(rdkit, structure, (molecule) => {
    layOut(molecule);
    return molecule.get_molblock();
  });
}
