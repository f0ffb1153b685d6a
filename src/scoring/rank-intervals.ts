import {seededRandom, type Random} from "../base/random.js";
import {associationScores, ranksOf, type AssociationOptions, type SourceScores} from "./association-scores.js";

/** Where a target's rank lies when the weights are not quite what they are. */
export interface RankIntervals {
  /** 10th percentile of the rank, per target; NaN where it has no score. */
  readonly low: Float64Array;
  /** 90th percentile of the rank. */
  readonly high: Float64Array;
}

/** How the weights are varied. */
export interface WeightDoubt {
  readonly draws: number;
  readonly seed: number;
  /** Concentration of the Dirichlet around the weights: 20 leaves a share of 10 % between 2 % and 23 % (90 %). */
  readonly concentration: number;
}

export const WEIGHT_DOUBT: WeightDoubt = {draws: 200, seed: 1, concentration: 20};
const LOW = 0.1;
const HIGH = 0.9;

/** Draws weights one set at a time, so that a page can answer between. */
export interface RankSampler {
  readonly isDone: boolean;
  /** Ranks all targets under one more set of weights. */
  draw(): void;
  /** Intervals of the draws so far. */
  intervals(): RankIntervals;
}

/**
 * Rank intervals (10th to 90th percentile) of all targets when the weights are drawn from a Dirichlet distribution
 * around those given; seeded, so the same weights give the same intervals.
 *
 * @see Ferguson 1973 (Dirichlet), doi:10.1214/aos/1176342360; Lahdelma & Salminen 2001 (rank acceptability), doi:10.1287/opre.49.3.444.11220
 */
export function rankIntervals(
  count: number,
  scores: SourceScores,
  options: AssociationOptions,
  doubt: WeightDoubt = WEIGHT_DOUBT
): RankIntervals {
  const sampler = rankSampler(count, scores, options, doubt);
  while (!sampler.isDone) sampler.draw();
  return sampler.intervals();
}

/** As `rankIntervals`, a draw at a time. */
export function rankSampler(
  count: number,
  scores: SourceScores,
  options: AssociationOptions,
  {draws, seed, concentration}: WeightDoubt = WEIGHT_DOUBT
): RankSampler {
  const random = seededRandom(seed);
  const ranks: Float64Array[] = [];
  const percentile = (share: number): Float64Array => {
    const drawn = new Float64Array(ranks.length);
    return Float64Array.from({length: count}, (_, target) => {
      for (const [i, draw] of ranks.entries()) drawn[i] = draw[target] ?? NaN;
      return drawn.sort()[Math.round(share * (ranks.length - 1))] ?? NaN;
    });
  };
  return {
    get isDone() {
      return ranks.length >= draws;
    },
    draw() {
      const weights = drawWeights(scores, options.weights, concentration, random);
      ranks.push(ranksOf(associationScores(count, scores, {...options, weights})));
    },
    intervals: () => ({low: percentile(LOW), high: percentile(HIGH)})
  };
}
/** Weights of the same total, drawn around the given ones; a weight of zero stays zero. */
function drawWeights(
  scores: SourceScores,
  weights: Readonly<Record<string, number>>,
  concentration: number,
  random: Random
): Record<string, number> {
  const entries = Object.keys(scores).map((id) => [id, weights[id] ?? 1] as const);
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  const drawn = entries.map(
    ([id, weight]) => [id, weight > 0 ? gamma((concentration * weight) / total, random) : 0] as const
  );
  const sum = drawn.reduce((all, [, value]) => all + value, 0);
  return Object.fromEntries(drawn.map(([id, value]) => [id, sum > 0 ? (value / sum) * total : 0]));
}

/** A gamma variate of scale 1. @see Marsaglia & Tsang 2000, doi:10.1145/358407.358414 */
function gamma(shape: number, random: Random): number {
  if (shape < 1) return gamma(shape + 1, random) * Math.pow(1 - random(), 1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A standard normal variate. @see Box & Muller 1958, doi:10.1214/aoms/1177706645 */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
