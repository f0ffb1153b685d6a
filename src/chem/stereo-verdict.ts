import {type Mol, type RDKit, withMolecule} from "./molecule.js";

/**
 * How the configuration of a conformer stands to that of the structure it was made of: the same, the same where it is
 * given and one of several where it is left open (which space cannot leave), or another structure or configuration.
 */
export type StereoVerdict = "same" | "open" | "other";

/** Letters of an InChIKey that stand for the skeleton, without stereo and isotopes. */
const SKELETON = 14;
const CHIRAL = JSON.stringify({useChirality: true});

/**
 * Compares a conformer, whose centres and double bonds are read from its places in space, with a SMILES by InChIKey, and
 * where the keys differ by every centre and double bond that the SMILES gives.
 *
 * @param molblock with places in space; "other" when it cannot be read
 */
export function stereoVerdict(rdkit: RDKit, smiles: string, molblock: string): StereoVerdict {
  const before = withMolecule(rdkit, smiles, (molecule) => inchikey(rdkit, molecule));
  const verdict = withMolecule(rdkit, molblock, (molecule): StereoVerdict => {
    const after = inchikey(rdkit, molecule);
    if (after === before) return "same";
    if (before === null || after.slice(0, SKELETON) !== before.slice(0, SKELETON)) return "other";
    const isKept = withMolecule(rdkit, smiles, (query) => molecule.get_substruct_match(query, CHIRAL) !== "{}");
    return isKept === true ? "open" : "other";
  });
  return verdict ?? "other";
}

/** SMILES of the isomer that a conformer is, read from its places, without hydrogens; null when it cannot be read. */
export const isomerOf = (rdkit: RDKit, molblock: string): string | null =>
  withMolecule(rdkit, molblock, (molecule) => {
    molecule.remove_hs_in_place();
    return molecule.get_smiles();
  });

const inchikey = (rdkit: RDKit, molecule: Mol): string => rdkit.get_inchikey_for_inchi(molecule.get_inchi());
