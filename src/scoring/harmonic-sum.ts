/** Terms after which the platform's normaliser no longer changes in its digits. */
const TERMS = 100_000;

/** The largest value of the sum: Σ 1/i² over 100,000 terms, 1.6449240669, as the platform's interface computes it. */
export const HARMONIC_LIMIT = harmonicLimit(TERMS);

/**
 * The platform's harmonic sum of scores, 0-1: Σ sᵢ / i² over the scores in descending order, over its limit. Empty
 * scores give 0. The argument is sorted in place.
 *
 * @see Buniello et al. 2025, doi:10.1093/nar/gkae1128; Koscielny et al. 2017, doi:10.1093/nar/gkw1055
 */
export function harmonicSum(scores: number[]): number {
  scores.sort((a, b) => b - a);
  let sum = 0;
  for (let i = 0; i < scores.length; i++) sum += (scores[i] ?? 0) / ((i + 1) * (i + 1));
  return sum / HARMONIC_LIMIT;
}

function harmonicLimit(terms: number): number {
  let sum = 0;
  for (let i = terms; i > 0; i--) sum += 1 / (i * i);
  return sum;
}
