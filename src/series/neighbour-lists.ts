import type {FingerprintIndex, Neighbours} from "../kernels/fingerprint-index.js";
import {tanimoto} from "../kernels/similarity-metric.js";

/**
 * For each row the rows at or above a Tanimoto similarity, itself left out, most similar first.
 *
 * @param index fingerprints of the rows
 * @param fingerprints the same fingerprints, row after row
 * @param threshold least similarity, above 0, at most 1
 * @param onProgress told rows done and rows in all
 * @throws when the fingerprints are not those of the index, or the threshold is not allowed
 */
export function neighbourLists(
  index: FingerprintIndex,
  fingerprints: Uint8Array,
  threshold: number,
  onProgress: (done: number, total: number) => void = () => undefined
): Neighbours[] {
  const {rowBytes, rowCount} = index;
  if (fingerprints.length !== rowBytes * rowCount)
    throw new Error(`invalid fingerprints: ${String(fingerprints.length)} bytes`);
  if (!(threshold > 0 && threshold <= 1)) throw new Error(`invalid threshold: ${String(threshold)}`);
  return Array.from({length: rowCount}, (_, row) => {
    const query = fingerprints.subarray(row * rowBytes, (row + 1) * rowBytes);
    const {rows, scores} = index.neighbours(query, tanimoto, threshold);
    onProgress(row + 1, rowCount);
    return {rows: rows.filter((other) => other !== row), scores: scores.filter((_score, at) => rows[at] !== row)};
  });
}
