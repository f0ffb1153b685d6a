import type {Mol} from "./molecule.js";

/** Bytes of a Morgan fingerprint. */
export const MORGAN_BYTES = 256;

const OPTIONS = JSON.stringify({radius: 2, nBits: MORGAN_BYTES * 8});

/**
 * Morgan fingerprint of a molecule, radius 2, 2048 bits, as RDKit folds it; bit b is bit b % 8 of byte b / 8.
 *
 * @see Rogers & Hahn 2010, doi:10.1021/ci100050t
 */
export const morganFingerprint = (molecule: Mol): Uint8Array => molecule.get_morgan_fp_as_uint8array(OPTIONS);

/** Fingerprints that stand row after row: a view of each, null for one of zeros. */
export const splitRows = (rows: Uint8Array): (Uint8Array | null)[] =>
  Array.from({length: rows.length / MORGAN_BYTES}, (_, row) => {
    const own = rows.subarray(row * MORGAN_BYTES, (row + 1) * MORGAN_BYTES);
    return own.some((byte) => byte !== 0) ? own : null;
  });
