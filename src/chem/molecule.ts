import type {MainModule, Mol} from "@rdkit/rdkit";
import {isTooLarge} from "./structure-size.js";

/** An RDKit engine: one wasm instance, one per thread, passed in by whoever loaded it. */
export type RDKit = MainModule;
export type {Mol};

/**
 * Acquires a molecule, lends it to `use` and releases it, also when `use` throws; the molecule is dead afterwards.
 *
 * @param text a SMILES, a molblock (V2000 or V3000) or RDKit JSON
 * @returns what `use` returns; null when RDKit cannot read `text` or it is too large for it; an empty text is an empty molecule, as in RDKit
 */
export function withMolecule<T>(rdkit: RDKit, text: string, use: (molecule: Mol) => T): T | null {
  const molecule = isTooLarge(text) ? null : rdkit.get_mol(text);
  if (molecule === null) return null;
  try {
    return use(molecule);
  } finally {
    molecule.delete();
  }
}
