/** A ratio of two counts with its doubt. */
export interface CountRatio {
  readonly ratio: number;
  /** 95 % interval. */
  readonly lower: number;
  readonly upper: number;
}

/** Standard normal quantile of a two-sided 95 % interval. */
const Z95 = 1.959963984540054;

/**
 * How many times as much was counted after as before, where each count is of independent events (Poisson), with the
 * 95 % interval on the logarithmic scale; null when either count is 0 or is no whole number of events.
 *
 * @see Gu et al. 2008, doi:10.1002/bimj.200710403
 */
export function countRatio(before: number, after: number): CountRatio | null {
  const isCount = (count: number): boolean => Number.isInteger(count) && count > 0;
  if (!isCount(before) || !isCount(after)) return null;
  const ratio = after / before;
  const width = Math.exp(Z95 * Math.sqrt(1 / before + 1 / after));
  return {ratio, lower: ratio / width, upper: ratio * width};
}
