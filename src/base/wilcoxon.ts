import {normalTail} from "./normal-tail.js";

const LARGEST_EXACT_N = 100;
const HALF_RANK = 0.5;

/**
 * Two-sided p-value of Wilcoxon's signed-rank test that differences are symmetric around zero. Zeros and NaN are left
 * out (Wilcoxon's rule), ties share mean ranks. Exact, over all patterns of signs, up to 100 differences; beyond that
 * the normal approximation with corrections for ties and continuity. Null when no difference is left.
 *
 * @see Wilcoxon 1945, doi:10.2307/3001968
 */
export function wilcoxonSignedRank(differences: readonly number[]): number | null {
  const values = differences.filter((value) => value !== 0 && !Number.isNaN(value));
  if (values.length === 0) return null;
  const ranks = midRanks(values.map(Math.abs));
  const positive = values.reduce((sum, value, i) => (value > 0 ? sum + (ranks[i] ?? 0) : sum), 0);
  return values.length <= LARGEST_EXACT_N ? exactP(ranks, positive) : normalP(ranks, positive);
}

/** Rank of each value, smallest 1; equal values share the mean of their ranks. NaN must not be among them. */
export function midRanks(values: readonly number[]): number[] {
  const order = [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Array<number>(values.length).fill(0);
  for (let start = 0; start < order.length;) {
    let end = start;
    while (end + 1 < order.length && values[order[end + 1] ?? 0] === values[order[start] ?? 0]) end++;
    for (let i = start; i <= end; i++) ranks[order[i] ?? 0] = (start + end) / 2 + 1;
    start = end + 1;
  }
  return ranks;
}

/** Counts the patterns of signs whose rank sum is at least as far from its mean; ranks are doubled to be whole. */
function exactP(ranks: readonly number[], positive: number): number {
  const doubled = ranks.map((rank) => Math.round(rank * 2));
  const total = doubled.reduce((sum, rank) => sum + rank, 0);
  const share = new Float64Array(total + 1);
  share[0] = 1;
  for (const rank of doubled)
    for (let sum = total; sum >= 0; sum--)
      share[sum] = ((share[sum] ?? 0) + (sum >= rank ? (share[sum - rank] ?? 0) : 0)) / 2;
  const distance = Math.abs(positive * 2 - total / 2);
  const isExtreme = (sum: number): boolean => Math.abs(sum - total / 2) >= distance;
  return Math.min(
    1,
    share.reduce((p, part, sum) => (isExtreme(sum) ? p + part : p), 0)
  );
}

function normalP(ranks: readonly number[], positive: number): number {
  const mean = ranks.reduce((sum, rank) => sum + rank, 0) / 2;
  const variance = ranks.reduce((sum, rank) => sum + rank * rank, 0) / 4;
  return 2 * normalTail(Math.max(0, Math.abs(positive - mean) - HALF_RANK) / Math.sqrt(variance));
}
