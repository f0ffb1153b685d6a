import {associationScores, ranksOf, type AssociationOptions, type SourceScores} from "./association-scores.js";

/** What becomes of a target's rank when one data source after another is left out. */
export interface LeaveOneOut {
  /** Best rank over all sources left out; NaN where the target has no score at all. */
  readonly best: Float64Array;
  /** Worst rank; Infinity where the target has no score without that source. */
  readonly worst: Float64Array;
  /** The source whose absence costs the most ranks; null where none costs any. */
  readonly decisive: readonly (string | null)[];
}

/** Ranks every target again without each source of positive weight (jackknife over sources). */
export function leaveOneOut(count: number, scores: SourceScores, options: AssociationOptions): LeaveOneOut {
  const base = ranksOf(associationScores(count, scores, options));
  const best = base.slice();
  const worst = base.slice();
  const decisive = new Array<string | null>(count).fill(null);
  const sources = Object.keys(scores).filter((id) => (options.weights[id] ?? 1) > 0);
  for (const id of sources) {
    const weights = {...options.weights, [id]: 0};
    const ranks = ranksOf(associationScores(count, scores, {...options, weights}));
    for (let target = 0; target < count; target++) {
      if (Number.isNaN(base[target])) continue;
      const rank = Number.isNaN(ranks[target]) ? Infinity : (ranks[target] ?? Infinity);
      best[target] = Math.min(best[target] ?? rank, rank);
      if (rank <= (worst[target] ?? rank)) continue;
      worst[target] = rank;
      decisive[target] = id;
    }
  }
  return {best, worst, decisive};
}
