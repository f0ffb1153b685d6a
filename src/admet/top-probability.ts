/** Half width of an 80 % interval in standard deviations of a normal error. */
const HALF_WIDTH_IN_SD = 1.2816;
const STEPS = 60;

/**
 * Probability (0-1) of each compound to be among the `n` best, when every prediction may be wrong by its 80 % interval:
 * errors are taken as normal and independent, and the bar is where the probabilities add up to `n`. Missing values
 * (NaN) have no chance and give NaN. With `n` at or above the number of values, each gives 1.
 *
 * @param values predictions, NaN where missing
 * @param halfWidths half widths of their 80 % intervals, on the same scale
 * @throws when `n` is negative or not a number
 */
export function topProbabilities(
  values: ArrayLike<number>,
  halfWidths: ArrayLike<number>,
  n: number,
  better: "higher" | "lower"
): Float64Array {
  if (!(n >= 0)) throw new Error(`invalid n: ${String(n)}`);
  const sign = better === "higher" ? 1 : -1;
  const rows = Array.from({length: values.length}, (_, row) => row).filter((row) => !Number.isNaN(values[row]));
  const result = new Float64Array(values.length).fill(NaN);
  const chance = (row: number, bar: number): number => {
    const spread = (halfWidths[row] ?? 0) / HALF_WIDTH_IN_SD;
    const above = sign * (values[row] ?? 0) - bar;
    return spread > 0 ? normalShareBelow(above / spread) : Number(above >= 0);
  };
  const bar = n >= rows.length ? -Infinity : findBar(values, halfWidths, sign, n, rows, chance);
  for (const row of rows) result[row] = bar === -Infinity ? 1 : chance(row, bar);
  return result;
}

function findBar(
  values: ArrayLike<number>,
  halfWidths: ArrayLike<number>,
  sign: number,
  n: number,
  rows: readonly number[],
  chance: (row: number, bar: number) => number
): number {
  let low = Infinity;
  let high = -Infinity;
  for (const row of rows) {
    const margin = 4 * (halfWidths[row] ?? 0);
    low = Math.min(low, sign * (values[row] ?? 0) - margin);
    high = Math.max(high, sign * (values[row] ?? 0) + margin);
  }
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    const expected = rows.reduce((sum, row) => sum + chance(row, middle), 0);
    if (expected > n) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * Share of a standard normal distribution below z, to 1e-7.
 * @see Abramowitz, Stegun 1964, Handbook of Mathematical Functions, 26.2.17
 */
function normalShareBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  return z >= 0 ? 1 - density * tail : density * tail;
}
