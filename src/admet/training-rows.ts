import {FINGERPRINT_BYTES, type TrainingIndex} from "./training-index.js";

/** Fingerprints by molecule, row after row: bit b of a molecule is bit b % 8 of byte b / 8 of its row. */
export function rowsOf({postings, starts, smiles}: TrainingIndex): Uint8Array {
  const rows = new Uint8Array(smiles.length * FINGERPRINT_BYTES);
  for (let bit = 0; bit + 1 < starts.length; bit++) {
    for (let at = starts[bit] as number; at < (starts[bit + 1] as number); at++) {
      const byte = (postings[at] as number) * FINGERPRINT_BYTES + (bit >> 3);
      rows[byte] = (rows[byte] as number) | (1 << (bit & 7));
    }
  }
  return rows;
}
