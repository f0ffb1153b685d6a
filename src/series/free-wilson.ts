import {leastSquares, leverage, type LeastSquares} from "../base/least-squares.js";
import {studentTQuantile} from "../base/student-t.js";
import type {RGroupTable} from "./r-groups.js";

/** Damping of the normal equations: nothing beside one observation, enough to keep unconnected parts solvable. */
const RIDGE = 1e-6;
/** Level of a prediction's interval. */
export const FREE_WILSON_LEVEL = 0.8;
/** Fewest measured rows behind every part of a prediction. */
export const LEAST_SUPPORT = 2;
/** Largest leverage of a prediction: above 2 the sum behind it is less certain than a difference of two measurements. */
const MOST_LEVERAGE = 2;
/** Most contributions that are fitted: the time grows with the cube. */
const MOST_COLUMNS = 400;

/** An additive model: activity = base + contribution of the part at each position. */
export interface FreeWilson {
  readonly positions: readonly string[];
  /** Activity of the reference compound: the most frequent part at each position. */
  readonly base: number;
  /** Contribution of a part relative to the reference part, by `partKey`. */
  readonly contributions: ReadonlyMap<string, number>;
  /** Measured rows that hold the part, by `partKey`. */
  readonly support: ReadonlyMap<string, number>;
  /** Measured rows that the model rests on; those with a part that nothing else shares are left out. */
  readonly n: number;
  /** Root mean squared error of leave-one-out predictions; null when nothing could be left out. */
  readonly leaveOneOutError: number | null;
  readonly residualDeviation: number;
  readonly degreesOfFreedom: number;
  /** Student's t of an interval at `FREE_WILSON_LEVEL`. */
  readonly quantile: number;
  readonly fit: LeastSquares;
  /** Column of the design by `partKey`; reference parts have none. */
  readonly columns: ReadonlyMap<string, number>;
}

/** A value for a combination that nobody has measured. */
export interface AdditivePrediction {
  readonly value: number;
  /** Prediction interval at `FREE_WILSON_LEVEL`. */
  readonly interval: readonly [number, number];
  /** Fewest measured rows behind any of its parts. */
  readonly support: number;
}

/** The name of a part at a position. */
export const partKey = (position: string, part: string): string => `${position} ${part}`;

type Parts = Readonly<Record<string, string>>;

const keysOf = (parts: Parts, positions: readonly string[]): string[] =>
  positions.map((position) => partKey(position, parts[position] ?? ""));

/**
 * Fits a Free-Wilson model to a decomposed set. Null when no more rows have a value than there are contributions to
 * find, when there are more than 400 of these, or none: such a model would only repeat its data.
 *
 * @param activities one for each input row, NaN where unknown or censored; those rows are left out
 * @see Free & Wilson 1964, doi:10.1021/jm00334a001
 */
export function freeWilson(table: RGroupTable, activities: ArrayLike<number>): FreeWilson | null {
  const {positions} = table;
  const measured = table.rows.filter(({row}) => !Number.isNaN(activities[row] ?? NaN));
  const rows = sharedRows(measured.map(({row, parts}) => ({row, keys: keysOf(parts, positions)})));
  const support = countKeys(rows.map(({keys}) => keys));
  const columns = assignColumns(positions, support);
  const degreesOfFreedom = rows.length - columns.size - 1;
  if (columns.size === 0 || degreesOfFreedom < 1 || columns.size > MOST_COLUMNS) return null;
  const design = rows.map(({keys}) => designRow(keys, columns));
  const y = rows.map(({row}) => activities[row] ?? NaN);
  const fit = leastSquares(design, y, RIDGE);
  const residuals = design.map((x, i) => (y[i] ?? 0) - dot(x, fit.coefficients));
  const squares = residuals.reduce((sum, residual) => sum + residual ** 2, 0);
  const contribution = (key: string): number => fit.coefficients[columns.get(key) ?? -1] ?? 0;
  return {
    ...{positions, base: fit.coefficients[0] ?? NaN, support, n: rows.length, fit, columns, degreesOfFreedom},
    contributions: new Map([...support.keys()].map((key) => [key, contribution(key)])),
    leaveOneOutError: leaveOneOutError(fit, design, residuals),
    residualDeviation: Math.sqrt(squares / degreesOfFreedom),
    quantile: studentTQuantile(0.5 + FREE_WILSON_LEVEL / 2, degreesOfFreedom)
  };
}

/**
 * Predicts a combination of parts by additivity. Null where the model says nothing: a part with fewer than
 * `LEAST_SUPPORT` measured rows, or parts that no chain of measured compounds connects.
 */
export function predictAdditive(model: FreeWilson, parts: Parts): AdditivePrediction | null {
  const keys = keysOf(parts, model.positions);
  const support = Math.min(...keys.map((key) => model.support.get(key) ?? 0));
  if (!(support >= LEAST_SUPPORT)) return null;
  const row = designRow(keys, model.columns);
  const weight = leverage(model.fit, row);
  if (weight > MOST_LEVERAGE) return null;
  const value = dot(row, model.fit.coefficients);
  const half = model.quantile * model.residualDeviation * Math.sqrt(1 + weight);
  return {value, interval: [value - half, value + half], support};
}

interface KeyedRow {
  readonly row: number;
  readonly keys: readonly string[];
}

/** Rows all of whose parts occur in another of them too. */
function sharedRows(rows: readonly KeyedRow[]): readonly KeyedRow[] {
  const counts = countKeys(rows.map(({keys}) => keys));
  const shared = rows.filter(({keys}) => keys.every((key) => (counts.get(key) ?? 0) >= LEAST_SUPPORT));
  return shared.length === rows.length ? rows : sharedRows(shared);
}

function countKeys(rows: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of rows.flat()) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Column 0 is the base; the most frequent part of each position is the reference and has no column. */
function assignColumns(positions: readonly string[], support: ReadonlyMap<string, number>): Map<string, number> {
  const columns = new Map<string, number>();
  for (const position of positions) {
    const keys = [...support.keys()].filter((key) => key.startsWith(`${position} `));
    keys.sort((a, b) => (support.get(b) ?? 0) - (support.get(a) ?? 0) || (a < b ? -1 : 1));
    for (const key of keys.slice(1)) columns.set(key, columns.size + 1);
  }
  return columns;
}

function designRow(keys: readonly string[], columns: ReadonlyMap<string, number>): Float64Array {
  const row = new Float64Array(columns.size + 1);
  row[0] = 1;
  for (const key of keys) {
    const column = columns.get(key);
    if (column !== undefined) row[column] = 1;
  }
  return row;
}

const ALONE = 1e-3;

function leaveOneOutError(
  fit: LeastSquares,
  design: readonly Float64Array[],
  residuals: readonly number[]
): number | null {
  const errors = design.flatMap((row, i) => {
    const rest = 1 - leverage(fit, row);
    return rest > ALONE ? [(residuals[i] ?? 0) / rest] : [];
  });
  return errors.length === 0 ? null : Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length);
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
