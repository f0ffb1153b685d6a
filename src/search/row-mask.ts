import {maskLength} from "../kernels/kernels.js";

/** A bit mask with the bits of some rows set: row r at bit r % 8 of byte r / 8, as `Crossfilter.setMask` takes it. */
export function rowMask(rows: Iterable<number>, rowCount: number): Uint8Array {
  const mask = new Uint8Array(maskLength(rowCount));
  for (const row of rows) mask[row >> 3] = (mask[row >> 3] ?? 0) | (1 << (row & 7));
  return mask;
}
