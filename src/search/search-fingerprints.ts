import type {Mol} from "../chem/molecule.js";
import {patternFingerprint} from "../chem/query-set.js";

/** Bytes of each fingerprint that is searched: 2048 bits. */
export const FINGERPRINT_BYTES = 256;

const MORGAN = JSON.stringify({radius: 2, nBits: FINGERPRINT_BYTES * 8});

/**
 * Morgan fingerprint of radius 2 in 2048 bits without stereochemistry, as RDKit makes it: what similarity compares.
 *
 * @see Rogers 2010 doi:10.1021/ci100050t
 */
export function morganFingerprint(molecule: Mol): Uint8Array {
  return molecule.get_morgan_fp_as_uint8array(MORGAN) as Uint8Array;
}

/** RDKit's pattern fingerprint in 2048 bits: that of a substructure is a subset of the whole's. */
export const searchFingerprint = patternFingerprint;

/** Number of bits set. */
export function countBits(bytes: Uint8Array): number {
  let count = 0;
  for (let byte of bytes) for (; byte !== 0; byte &= byte - 1) count++;
  return count;
}
