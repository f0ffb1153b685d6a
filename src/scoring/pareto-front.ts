/** One criterion: values per item, missing null or NaN; `isLowBetter` turns it round. */
export interface Criterion {
  readonly values: ArrayLike<number | null>;
  readonly isLowBetter?: boolean;
}

/** Items that no other beats in every criterion. */
export interface ParetoFront {
  /** Indices of the front, by the first criterion, best first. */
  readonly front: readonly number[];
  /** Items that have all criteria; the others cannot be compared and are not on the front. */
  readonly compared: readonly number[];
}

/**
 * The non-dominated items: another dominates an item when it is as good in every criterion and better in one. Items
 * that lack a criterion are left out, never counted as zero. Equal items stay together.
 *
 * @param count number of items
 * @throws when there is no criterion
 * @see Kung, Luccio & Preparata 1975, doi:10.1145/321906.321910
 */
export function paretoFront(count: number, criteria: readonly Criterion[]): ParetoFront {
  if (criteria.length === 0) throw new Error("invalid criteria: there are none");
  const gain = (item: number): number[] =>
    criteria.map(({values, isLowBetter = false}) => (values[item] ?? NaN) * (isLowBetter ? -1 : 1));
  const gains = Array.from({length: count}, (_, item) => gain(item));
  const compared = [...gains.keys()].filter((item) => gains[item]?.every((value) => !Number.isNaN(value)));
  // Nothing later in this order dominates anything earlier.
  const order = [...compared].sort((a, b) => compareGains(gains[b] ?? [], gains[a] ?? []));
  const front: number[] = [];
  for (const item of order)
    if (!front.some((other) => dominates(gains[other] ?? [], gains[item] ?? []))) front.push(item);
  return {front, compared};
}

function compareGains(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

const dominates = (a: readonly number[], b: readonly number[]): boolean =>
  a.every((value, i) => value >= (b[i] ?? 0)) && a.some((value, i) => value > (b[i] ?? 0));
