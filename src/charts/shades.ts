import {quantile} from "../base/value-summary.js";

const SHADES = 9;

/**
 * Shades 1-9 of values by equal counts, 0 where a value is missing: a few far values do not take the scale for themselves.
 */
export function shadesOf(values: ArrayLike<number>): (place: number) => number {
  const known = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
  const edges = Array.from({length: SHADES - 1}, (_, i) => quantile(known, (i + 1) / SHADES));
  return (place) => {
    const value = values[place] ?? NaN;
    if (Number.isNaN(value)) return 0;
    const above = edges.findIndex((edge) => value <= edge);
    return above < 0 ? SHADES : above + 1;
  };
}
