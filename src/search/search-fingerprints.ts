import {EXPLICIT_HYDROGEN, withoutHydrogens} from "../chem/compile-smarts.js";
import type {Mol, RDKit} from "../chem/molecule.js";
import {MORGAN_BYTES} from "../chem/morgan-fingerprint.js";

/** Bytes of each fingerprint that is searched, Morgan or pattern: 2048 bits. */
export const FINGERPRINT_BYTES = MORGAN_BYTES;

/** RDKit's pattern fingerprint in 2048 bits: that of a substructure is a subset of the whole's. */
export function searchFingerprint(molecule: Mol): Uint8Array {
  return molecule.get_pattern_fp_as_uint8array() as Uint8Array;
}

/** The bits that every molecule has in which a SMARTS occurs; none where its hydrogens cannot be taken off. */
export function smartsFingerprint(rdkit: RDKit, smarts: string): Uint8Array {
  const heavy = withoutHydrogens(smarts);
  const pattern = EXPLICIT_HYDROGEN.test(heavy) ? null : rdkit.get_qmol(heavy);
  if (pattern === null) return new Uint8Array(FINGERPRINT_BYTES);
  const fingerprint = searchFingerprint(pattern);
  pattern.delete();
  return fingerprint;
}

/** Number of bits set. */
export function countBits(bytes: Uint8Array): number {
  let count = 0;
  for (let byte of bytes) for (; byte !== 0; byte &= byte - 1) count++;
  return count;
}
