import {studentTQuantile} from "./student-t.js";

/** Mean of a sample with its spread and confidence interval. */
export interface MeanInterval {
  readonly n: number;
  readonly mean: number;
  /** Sample standard deviation (n - 1); null for fewer than two values. */
  readonly standardDeviation: number | null;
  /** Confidence interval of the mean by Student's t; null for fewer than two values. */
  readonly interval: readonly [number, number] | null;
}

/** Mean, standard deviation and t-interval of values, NaN left out; null when none is left. `level` in (0, 1). */
export function meanInterval(values: readonly number[], level = 0.95): MeanInterval | null {
  const finite = values.filter((value) => !Number.isNaN(value));
  const n = finite.length;
  if (n === 0) return null;
  const mean = finite.reduce((sum, value) => sum + value, 0) / n;
  if (n === 1) return {n, mean, standardDeviation: null, interval: null};
  const variance = finite.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const half = studentTQuantile(0.5 + level / 2, n - 1) * Math.sqrt(variance / n);
  return {n, mean, standardDeviation: Math.sqrt(variance), interval: [mean - half, mean + half]};
}
