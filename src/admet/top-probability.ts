/** Half width of an 80 % interval in standard deviations of a normal error. */
const HALF_WIDTH_IN_SD = 1.2816;
const WIDEST_SD = 6;
const STEPS = 40;

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
  const rows = Uint32Array.from(Array.from({length: values.length}, (_, row) => row)).filter(
    (row) => !Number.isNaN(values[row])
  );
  const heights = Float64Array.from(rows, (row) => sign * (values[row] ?? 0));
  const spreads = Float64Array.from(rows, (row) => (halfWidths[row] ?? 0) / HALF_WIDTH_IN_SD);
  const bar = n >= rows.length ? -Infinity : findBar(heights, spreads, n);
  const result = new Float64Array(values.length).fill(NaN);
  rows.forEach((row, place) => {
    result[row] = chanceAbove(heights[place] as number, spreads[place] as number, bar);
  });
  return result;
}

/** The bar above which `n` of the uncertain heights are expected. */
function findBar(heights: Float64Array, spreads: Float64Array, n: number): number {
  let low = Infinity;
  let high = -Infinity;
  for (let place = 0; place < heights.length; place++) {
    const margin = WIDEST_SD * (spreads[place] as number);
    low = Math.min(low, (heights[place] as number) - margin);
    high = Math.max(high, (heights[place] as number) + margin);
  }
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    let expected = 0;
    for (let place = 0; place < heights.length; place++)
      expected += chanceAbove(heights[place] as number, spreads[place] as number, middle);
    if (expected > n) low = middle;
    else high = middle;
  }
  return high;
}

function chanceAbove(height: number, spread: number, bar: number): number {
  if (spread > 0) return bar === -Infinity ? 1 : normalShareBelow((height - bar) / spread);
  return height >= bar ? 1 : 0;
}

/**
 * Share of a standard normal distribution below z, to 1e-7.
 * @see Abramowitz, Stegun 1964, Handbook of Mathematical Functions, 26.2.17
 */
function normalShareBelow(z: number): number {
  if (z < -WIDEST_SD) return 0;
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  return z >= 0 ? 1 - density * tail : density * tail;
}
