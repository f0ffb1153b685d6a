import {harmonicSum} from "./harmonic-sum.js";

/** Scores of targets per data source: one array per source, null where the source has no evidence. */
export type SourceScores = Readonly<Record<string, readonly (number | null)[]>>;

/** Weight of each data source, 0-1; a source that is not named counts fully. */
export type SourceWeights = Readonly<Record<string, number>>;

/** What `associationScores` may be told. */
export interface AssociationOptions {
  readonly weights: SourceWeights;
  /** Sources without which a target has no score. */
  readonly required?: readonly string[];
}

/**
 * Overall association score of every target, 0-1: the harmonic sum of its weighted data-source scores. NaN for a
 * target without evidence in any source of positive weight, or without a required one: that is no score, not zero.
 *
 * @param count number of targets
 * @see Buniello et al. 2025, doi:10.1093/nar/gkae1128
 */
export function associationScores(
  count: number,
  scores: SourceScores,
  {weights, required = []}: AssociationOptions
): Float64Array {
  const sources = Object.entries(scores).map(([id, values]) => ({values, weight: weights[id] ?? 1}));
  const weighted = sources.filter(({weight}) => weight > 0);
  const needed = required.map((id) => scores[id] ?? []);
  return Float64Array.from({length: count}, (_, target) => {
    if (needed.some((values) => (values[target] ?? null) === null)) return NaN;
    const terms: number[] = [];
    for (const {values, weight} of weighted) {
      const score = values[target] ?? null;
      if (score !== null) terms.push(score * weight);
    }
    return terms.length === 0 ? NaN : harmonicSum(terms);
  });
}

/**
 * Ranks of scores, 1 for the highest; equal scores share the better rank; NaN has rank NaN.
 */
export function ranksOf(scores: Float64Array): Float64Array {
  const order = [...scores.keys()]
    .filter((i) => !Number.isNaN(scores[i]))
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const ranks = new Float64Array(scores.length).fill(NaN);
  order.forEach((target, position) => {
    const before = order[position - 1];
    ranks[target] = before !== undefined && scores[before] === scores[target] ? (ranks[before] ?? NaN) : position + 1;
  });
  return ranks;
}
