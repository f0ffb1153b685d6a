import {associationScores, type AssociationOptions, type SourceScores} from "./association-scores.js";

/** One change by which a target would come level with another, all else as it is. */
export interface Overtake {
  readonly source: string;
  /** The source's weight for all targets, or the target's own score in it. */
  readonly kind: "weight" | "evidence";
  /** The present value; null where the target has no evidence in the source. */
  readonly from: number | null;
  /** The nearest value that suffices. */
  readonly to: number;
}

const WEIGHT_STEP = 0.05;
const EVIDENCE_TOLERANCE = 1e-4;

/**
 * What would have to change for one target to reach another's score: for each source, the nearest weight and the least
 * evidence score that suffice, where any does; the smallest changes first. Empty when it is level already, or when
 * nothing single suffices.
 *
 * @param behind index of the target that is to rise
 * @param ahead index of the target to reach
 */
export function findOvertakes(
  scores: SourceScores,
  options: AssociationOptions,
  behind: number,
  ahead: number
): Overtake[] {
  const pair: SourceScores = Object.fromEntries(
    Object.entries(scores).map(([id, values]) => [id, [values[behind] ?? null, values[ahead] ?? null]])
  );
  const reaches = (columns: SourceScores, weights: AssociationOptions["weights"]): boolean => {
    const [own = NaN, other = NaN] = associationScores(2, columns, {...options, weights});
    return own >= other || (Number.isNaN(other) && !Number.isNaN(own));
  };
  if (reaches(pair, options.weights)) return [];
  const found = Object.keys(scores).flatMap((id) => [
    ...nearestWeight(id, options.weights[id] ?? 1, (weight) => reaches(pair, {...options.weights, [id]: weight})),
    ...leastEvidence(id, pair[id]?.[0] ?? null, (score) =>
      reaches({...pair, [id]: [score, pair[id]?.[1] ?? null]}, options.weights)
    )
  ]);
  const size = ({from, to}: Overtake): number => Math.abs(to - (from ?? 0));
  return found.sort((a, b) => size(a) - size(b));
}

function nearestWeight(source: string, from: number, suffices: (weight: number) => boolean): Overtake[] {
  const steps = Array.from({length: Math.round(1 / WEIGHT_STEP) + 1}, (_, i) => Math.round(i * 5) / 100);
  const to = steps.sort((a, b) => Math.abs(a - from) - Math.abs(b - from)).find((weight) => suffices(weight));
  return to === undefined ? [] : [{source, kind: "weight", from, to}];
}

/** By bisection: the score grows with each of its terms. */
function leastEvidence(source: string, from: number | null, suffices: (score: number) => boolean): Overtake[] {
  if (!suffices(1)) return [];
  let [low, high] = [from ?? 0, 1];
  while (high - low > EVIDENCE_TOLERANCE) {
    const middle = (low + high) / 2;
    if (suffices(middle)) high = middle;
    else low = middle;
  }
  return [{source, kind: "evidence", from, to: high}];
}
