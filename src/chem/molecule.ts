import type {MainModule, Mol} from "@rdkit/rdkit";
import {isTooLarge} from "./structure-size.js";

/** An RDKit engine: one wasm instance, one per thread, passed in by whoever loaded it. */
export type RDKit = MainModule;
export type {Mol};

/** Hydrogens that are atoms of their own, and texts that are no plain SMILES. */
const MAY_HOLD_HYDROGENS = /\[\d*[HDT]|[\n{|]/;
const NOTHING_TO_MERGE = '{"removeHs":false}';

/**
 * Reads a molecule, as `get_mol` of RDKit does; the caller deletes it. Merging hydrogens into their neighbours costs a
 * third of the reading, and is not asked for where the text has none.
 *
 * @returns null when RDKit cannot read `text` or it is too large for it
 */
export function readMolecule(rdkit: RDKit, text: string): Mol | null {
  if (isTooLarge(text)) return null;
  return MAY_HOLD_HYDROGENS.test(text) ? rdkit.get_mol(text) : rdkit.get_mol(text, NOTHING_TO_MERGE);
}

/**
 * Acquires a molecule, lends it to `use` and releases it, also when `use` throws; the molecule is dead afterwards.
 *
 * @param text a SMILES, a molblock (V2000 or V3000) or RDKit JSON
 * @returns what `use` returns; null when RDKit cannot read `text` or it is too large for it; an empty text is an empty molecule, as in RDKit
 */
export function withMolecule<T>(rdkit: RDKit, text: string, use: (molecule: Mol) => T): T | null {
  const molecule = readMolecule(rdkit, text);
  if (molecule === null) return null;
  try {
    return use(molecule);
  } finally {
    molecule.delete();
  }
}
