/** Where the values of a group lie. */
export interface ValueSummary {
  /** Number of values. */
  readonly n: number;
  readonly least: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly greatest: number;
}

/** The quantile of ascending values by linear interpolation between neighbours (type 7 of Hyndman and Fan); NaN for none. */
export function quantile(ascending: ArrayLike<number>, share: number): number {
  const place = (ascending.length - 1) * share;
  const below = ascending[Math.floor(place)] ?? NaN;
  const above = ascending[Math.ceil(place)] ?? NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/** Summary of values, NaN left out; null when none is left. */
export function valueSummary(values: Iterable<number>): ValueSummary | null {
  const known = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
  if (known.length === 0) return null;
  return {
    n: known.length,
    least: quantile(known, 0),
    lowerQuartile: quantile(known, 0.25),
    median: quantile(known, 0.5),
    upperQuartile: quantile(known, 0.75),
    greatest: quantile(known, 1)
  };
}
