import type {Range} from "./column-bins.js";

/**
 * Writes the mask of the rows whose value lies in a closed range, compared as numbers, whatever the bins.
 *
 * @param values NaN is missing, and passes only with `keepMissing`
 * @param out one bit per row, row r at bit r % 8 of byte r / 8; bytes beyond the rows become 0
 */
export function writeRangeMask(values: Float64Array, {min, max, keepMissing}: Range, out: Uint8Array): void {
  const least = min ?? -Infinity;
  const greatest = max ?? Infinity;
  out.fill(0);
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? NaN;
    const passes = (value >= least && value <= greatest) || (keepMissing && Number.isNaN(value));
    if (passes) out[row >> 3] = (out[row >> 3] ?? 0) | (1 << (row & 7));
  }
}
