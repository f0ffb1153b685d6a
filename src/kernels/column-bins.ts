import {tickIncrement} from "d3";

/**
 * How a numeric column is cut into bytes. With edges e_0 < … < e_n a value becomes
 * 0 missing · 1 below e_0 · 2 + 2k exactly e_k · 3 + 2k between e_k and e_k+1 · 3 + 2n above e_n.
 * Edges have codes of their own, so that a closed range between two edges is a range of bytes, exactly.
 */
export interface Bins {
  /** Ascending; bar k holds e_k <= value < e_k+1, the last bar also e_n. */
  readonly edges: Float64Array;
  /** Every finite value is whole and bars are one wide: bar k holds the value e_k. */
  readonly isUnit: boolean;
}

/** A closed range of a column; null is open. Missing values stay only when `keepMissing` is true. */
export interface Range {
  readonly min: number | null;
  readonly max: number | null;
  readonly keepMissing: boolean;
}

export const MISSING_CODE = 0;
const UNDER_CODE = 1;
const EDGE_CODE = 2;
const MOST_CODES = 256;
const MOST_UNIT_BARS = 60;
const WANTED_BARS = 40;
/** Share of values on either side that may fall into the under- and overflow bars. */
const TAIL = 0.002;
const SAMPLE = 20_000;

/**
 * Bins for a column: one bar per whole number where that makes at most 60 bars, else about 40 bars of a round width.
 * Values in the outer 0.2 % on either side may fall into the open bars, so that one freak does not flatten the rest.
 *
 * @param values NaN is missing; with no finite value there is one bar from 0 to 1
 */
export function binsOf(values: ArrayLike<number>): Bins {
  const sample = sampleOf(values);
  if (sample.length === 0) return {edges: Float64Array.of(0, 1), isUnit: false};
  const cut = Math.floor(sample.length * TAIL);
  const low = sample[cut] ?? 0;
  const high = sample[sample.length - 1 - cut] ?? 0;
  const isWhole = everyWhole(values);
  if (isWhole && high - low < MOST_UNIT_BARS) return {edges: unitEdges(low, high), isUnit: true};
  return {edges: roundEdges(low, high, isWhole), isUnit: false};
}

/** A sorted sample of the finite values: all of them up to 20,000, else evenly spread over the rows. */
function sampleOf(values: ArrayLike<number>): Float64Array {
  const stride = Math.max(1, Math.floor(values.length / SAMPLE));
  const kept: number[] = [];
  for (let row = 0; row < values.length; row += stride) {
    const value = values[row];
    if (value !== undefined && Number.isFinite(value)) kept.push(value);
  }
  return Float64Array.from(kept).sort();
}

function everyWhole(values: ArrayLike<number>): boolean {
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? NaN;
    if (value % 1 !== 0 && Number.isFinite(value)) return false;
  }
  return true;
}

const unitEdges = (low: number, high: number): Float64Array =>
  Float64Array.from({length: high - low + 2}, (_, k) => low + k);

/** Multiples of a round step around low..high. The step is 1/n or n, so that an edge is the number it prints. */
function roundEdges(low: number, high: number, isWhole: boolean): Float64Array {
  if (low === high) return Float64Array.of(low, low + (Math.abs(low) || 1));
  let increment = tickIncrement(low, high, WANTED_BARS);
  if (isWhole && increment < 0) increment = 1;
  const at = (k: number): number => (increment > 0 ? k * increment : k / -increment);
  const scaled = (value: number): number => (increment > 0 ? value / increment : value * -increment);
  const first = Math.floor(scaled(low));
  const last = Math.min(Math.ceil(scaled(high)), first + (MOST_CODES - 4) / 2);
  return Float64Array.from({length: Math.max(last - first, 1) + 1}, (_, k) => at(first + k));
}

/** Byte of one value; 0 for NaN. Infinite values fall into the open bars. */
export function codeOf(bins: Bins, value: number): number {
  const {edges} = bins;
  const n = edges.length - 1;
  const first = edges[0] ?? 0;
  const last = edges[n] ?? 0;
  if (Number.isNaN(value)) return MISSING_CODE;
  if (value < first) return UNDER_CODE;
  if (value > last) return EDGE_CODE + 1 + 2 * n;
  let k = Math.min(n, Math.floor(((value - first) / (last - first)) * n));
  // Rounding can be one bar off; the edges themselves decide.
  while (k > 0 && value < (edges[k] ?? 0)) k--;
  while (k < n && value >= (edges[k + 1] ?? Infinity)) k++;
  return value === edges[k] ? EDGE_CODE + 2 * k : EDGE_CODE + 1 + 2 * k;
}

/**
 * Writes the bytes of the values of rows `from` to `to` (exclusive) to `out`, which is as long as there are rows. As
 * `codeOf`, written out: it runs over every value of a million rows.
 */
export function encodeColumn({edges}: Bins, values: Float64Array, out: Uint8Array, from = 0, to = values.length): void {
  const n = edges.length - 1;
  const first = edges[0] ?? 0;
  const last = edges[n] ?? 0;
  const width = n / (last - first);
  for (let row = from; row < to; row++) {
    const value = values[row] ?? NaN;
    if (value >= first && value <= last) {
      let k = Math.min(n, Math.floor((value - first) * width));
      while (k > 0 && value < (edges[k] ?? 0)) k--;
      while (k < n && value >= (edges[k + 1] ?? Infinity)) k++;
      out[row] = EDGE_CODE + 2 * k + (value === edges[k] ? 0 : 1);
    } else out[row] = value < first ? UNDER_CODE : value > last ? EDGE_CODE + 1 + 2 * n : MISSING_CODE;
  }
}

/** The bytes low..high that hold exactly the values of a range (none when high < low); null where a limit is no edge. */
export function codesOfRange(bins: Bins, {min, max}: Range): {readonly low: number; readonly high: number} | null {
  const low = min === null ? UNDER_CODE : codeOf(bins, min);
  const high = max === null ? MOST_CODES - 1 : codeOf(bins, max);
  const isEdge = (code: number): boolean => code >= EDGE_CODE && code % 2 === 0;
  if ((min !== null && !isEdge(low)) || (max !== null && !isEdge(high))) return null;
  return {low, high: Math.max(high, low - 1)};
}

/** A histogram as drawn: one count per bar, and what lies outside the bars. */
export interface Bars {
  /** Count per bar; as many as edges less one. */
  readonly counts: Uint32Array;
  readonly under: number;
  readonly over: number;
  readonly missing: number;
}

/** Counts per bar from counts per byte. */
export function barsOf(bins: Bins, counts: ArrayLike<number>): Bars {
  const n = bins.edges.length - 1;
  const bars = Uint32Array.from({length: n}, (_, k) => (counts[EDGE_CODE + 2 * k] ?? 0) + (counts[3 + 2 * k] ?? 0));
  bars[n - 1] = (bars[n - 1] ?? 0) + (counts[EDGE_CODE + 2 * n] ?? 0);
  return {
    counts: bars,
    under: counts[UNDER_CODE] ?? 0,
    over: counts[EDGE_CODE + 1 + 2 * n] ?? 0,
    missing: counts[MISSING_CODE] ?? 0
  };
}
