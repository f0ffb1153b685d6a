import {type Mol, type RDKit, withMolecule} from "./molecule.js";

/** Letters of an InChIKey that stand for the skeleton, without stereo and isotopes. */
const SKELETON = 14;
const CHIRAL = JSON.stringify({useChirality: true});

/**
 * True when a conformer has the structure and the configuration of a SMILES: the same InChIKey, or, where the SMILES
 * leaves centres or double bonds open, which space cannot, the same skeleton with every given centre as given.
 *
 * @param molblock with places in space; false when it cannot be read
 */
export function keepsStereo(rdkit: RDKit, smiles: string, molblock: string): boolean {
  const before = withMolecule(rdkit, smiles, (molecule) => inchikey(rdkit, molecule));
  const kept = withMolecule(rdkit, molblock, (molecule) => {
    const after = inchikey(rdkit, molecule);
    if (after === before) return true;
    if (before === null || after.slice(0, SKELETON) !== before.slice(0, SKELETON)) return false;
    return withMolecule(rdkit, smiles, (query) => molecule.get_substruct_match(query, CHIRAL) !== "{}") ?? false;
  });
  return kept ?? false;
}

const inchikey = (rdkit: RDKit, molecule: Mol): string => rdkit.get_inchikey_for_inchi(molecule.get_inchi());
