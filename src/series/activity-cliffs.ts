import type {FingerprintIndex} from "../kernels/fingerprint-index.js";
import {tanimoto} from "../kernels/similarity-metric.js";

/** Two similar compounds whose activities differ. */
export interface CliffPair {
  /** Row of the lower value. */
  readonly low: number;
  /** Row of the higher value. */
  readonly high: number;
  /** Tanimoto similarity, 0-1. */
  readonly similarity: number;
  /** Activity of `high` less that of `low`, log units, 0 or more. */
  readonly difference: number;
  /** Structure-activity landscape index: difference / (1 − similarity); null for equal fingerprints, of which it says nothing. */
  readonly sali: number | null;
}

/** What makes a pair a cliff. */
export interface CliffLimits {
  /** Least Tanimoto similarity, above 0, at most 1. */
  readonly similarity: number;
  /** Least difference in log units, 0 or more. */
  readonly difference: number;
}

/**
 * Pairs of rows at or beyond both limits, steepest first by SALI, then by difference; pairs with equal fingerprints come
 * before all others, by difference. Rows with NaN take no part.
 *
 * @param index fingerprints of the rows
 * @param fingerprints the same fingerprints, row after row
 * @param activities one for each row, log units (pChEMBL)
 * @see Guha & Van Drie 2008, doi:10.1021/ci7004093
 */
export function activityCliffs(
  index: FingerprintIndex,
  fingerprints: Uint8Array,
  activities: ArrayLike<number>,
  limits: CliffLimits,
  tell: (done: number, total: number) => void = () => undefined
): CliffPair[] {
  const {rowBytes, rowCount} = index;
  const pairs: CliffPair[] = [];
  for (let row = 0; row < rowCount; row++) {
    const own = activities[row] ?? NaN;
    tell(row + 1, rowCount);
    if (Number.isNaN(own)) continue;
    const query = fingerprints.subarray(row * rowBytes, (row + 1) * rowBytes);
    const {rows, scores} = index.neighbours(query, tanimoto, limits.similarity);
    rows.forEach((other, i) => {
      const value = activities[other] ?? NaN;
      if (other <= row || !(Math.abs(value - own) >= limits.difference)) return;
      pairs.push(cliffPair(own <= value ? [row, other] : [other, row], Math.abs(value - own), scores[i] ?? 0));
    });
  }
  return pairs.sort((p, q) => steepness(q, p) || q.difference - p.difference);
}

const steepness = ({sali: a}: CliffPair, {sali: b}: CliffPair): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : a - b;

function cliffPair([low, high]: readonly [number, number], difference: number, similarity: number): CliffPair {
  const sali = similarity === 1 ? null : difference / (1 - similarity);
  return {low, high, similarity, difference, sali};
}
