import {desirability, type DesirabilityCurve} from "./desirability.js";

/** Values per criterion: one array per criterion, null where it was not assessed. */
export type CriterionValues = Readonly<Record<string, readonly (number | null)[]>>;

/** How criteria count. */
export interface PriorityProfile {
  /** Weight of each criterion, 0 or more; one that is not named counts 1. */
  readonly weights: Readonly<Record<string, number>>;
  /** Desirability of each criterion; one that is not named has `curve`. */
  readonly curves: Readonly<Record<string, DesirabilityCurve>>;
  readonly curve: DesirabilityCurve;
}

/**
 * Scores from 0 to 1. What is not assessed is neither good nor bad: `low` takes it at its worst, `high` at its best, and
 * `coverage` says what share of the weight was assessed. NaN everywhere when no criterion has weight.
 */
export interface PriorityScores {
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Mean over what was assessed; NaN when nothing was. */
  readonly assessed: Float64Array;
  readonly coverage: Float64Array;
}

/**
 * Weighted means of desirabilities, with the room that missing values leave.
 *
 * @param count number of items
 * @see Derringer & Suich 1980, doi:10.1080/00224065.1980.11980968 (desirability)
 */
export function priorityScores(count: number, values: CriterionValues, profile: PriorityProfile): PriorityScores {
  const criteria = Object.entries(values).map(([id, column]) => ({
    column,
    weight: profile.weights[id] ?? 1,
    curve: profile.curves[id] ?? profile.curve
  }));
  const total = criteria.reduce((sum, {weight}) => sum + weight, 0);
  const blank = (): Float64Array => new Float64Array(count).fill(NaN);
  const scores: PriorityScores = {low: blank(), high: blank(), assessed: blank(), coverage: blank()};
  for (let item = 0; item < count && total > 0; item++) {
    let [sum, known] = [0, 0];
    for (const {column, weight, curve} of criteria) {
      const part = desirability(curve, column[item] ?? null);
      if (part === null) continue;
      sum += weight * part;
      known += weight;
    }
    scores.low[item] = sum / total;
    scores.high[item] = (sum + total - known) / total;
    scores.assessed[item] = known > 0 ? sum / known : NaN;
    scores.coverage[item] = known / total;
  }
  return scores;
}
