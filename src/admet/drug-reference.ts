/** Drugs that a prediction is compared with. */
export interface DrugReference {
  /** For a reader, e.g. "nervous system (N)". */
  readonly name: string;
  /** Number of drugs. */
  readonly n: number;
  /** Ascending quantiles of their predictions by endpoint id, in the endpoint's unit or as probabilities. */
  readonly quantiles: Readonly<Record<string, readonly number[]>>;
}

/**
 * Evenly spaced quantiles from the least value to the largest, four significant digits; none for no value.
 * @param steps number of intervals between them
 */
export function quantilesOf(values: readonly number[], steps: number): number[] {
  if (values.length === 0) return [];
  const sorted = [...values].sort((a, b) => a - b);
  return Array.from({length: steps + 1}, (_, step) => {
    const value = sorted[Math.round((step / steps) * (sorted.length - 1))] ?? 0;
    return Number(value.toPrecision(4));
  });
}
