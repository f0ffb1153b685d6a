/** A desirability curve: corners in ascending order of x, straight between them, level beyond the ends. */
export interface DesirabilityCurve {
  readonly points: readonly (readonly [x: number, desirability: number])[];
}

/**
 * How desirable a value is, 0-1, by linear interpolation between the corners of a curve. Missing (null or NaN) stays
 * missing: what it counts for is the caller's policy. Of two corners at the same place the second holds there: a step. A
 * curve without corners finds everything missing.
 *
 * @see Derringer & Suich 1980, doi:10.1080/00224065.1980.11980968
 */
export function desirability({points}: DesirabilityCurve, value: number | null): number | null {
  if (value === null || Number.isNaN(value)) return null;
  const at = points.findLastIndex(([x]) => x <= value);
  const lower = points[at];
  const upper = points[at + 1];
  if (!lower || !upper) return (lower ?? upper)?.[1] ?? null;
  const [x0, d0] = lower;
  const [x1, d1] = upper;
  return d0 + ((d1 - d0) * (value - x0)) / (x1 - x0);
}

/** True when the corners ascend and every desirability lies between 0 and 1. */
export const isSoundCurve = ({points}: DesirabilityCurve): boolean =>
  points.length > 0 && points.every(([x, d], i) => d >= 0 && d <= 1 && x >= (points[i - 1]?.[0] ?? -Infinity));
