import {maskLength} from "../kernels/kernels.js";

/** A bit mask with the bits of some rows set: row r at bit r % 8 of byte r / 8, as `Crossfilter.setMask` takes it. */
export function rowMask(rows: Iterable<number>, rowCount: number): Uint8Array {
  const mask = new Uint8Array(maskLength(rowCount));
  for (const row of rows) mask[row >> 3] = (mask[row >> 3] ?? 0) | (1 << (row & 7));
  return mask;
}

/** The rows of a mask, ascending. */
export function rowsOfMask(mask: Uint8Array): Uint32Array {
  let count = 0;
  for (let byte of mask) for (; byte !== 0; byte &= byte - 1) count++;
  const rows = new Uint32Array(count);
  let at = 0;
  for (let place = 0; place < mask.length; place++)
    for (let byte = mask[place] ?? 0; byte !== 0; byte &= byte - 1)
      rows[at++] = 8 * place + 31 - Math.clz32(byte & -byte);
  return rows;
}
