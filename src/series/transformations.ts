import {benjaminiHochberg} from "../base/benjamini-hochberg.js";
import {doAtOnce, type SlicedWork} from "../base/sliced-work.js";
import {meanInterval} from "../base/mean-interval.js";
import {wilcoxonSignedRank} from "../base/wilcoxon.js";
import type {PairTable} from "./matched-pairs.js";

/** With fewer pairs no two-sided signed-rank test can reach 0.05: five that all agree give 2 / 2^5 = 0.0625. */
export const LEAST_TESTED = 6;

/** What one change does to one property or activity, over all pairs that show it. */
export interface Transformation {
  readonly from: string;
  readonly to: string;
  /** Places in the table of pairs with a value on both sides. */
  readonly pairs: readonly number[];
  /** Mean change, `to` less `from`. */
  readonly mean: number;
  /** Sample standard deviation of the changes; null for one pair. */
  readonly deviation: number | null;
  /** 95 % interval of the mean by Student's t; null for one pair. */
  readonly interval: readonly [number, number] | null;
  /** Two-sided signed-rank p; null for fewer than `LEAST_TESTED` pairs, which cannot decide. */
  readonly p: number | null;
  /** p adjusted for all transformations tested (false discovery rate); null where there is no p. */
  readonly q: number | null;
  /** Pairs in which the value rose, and fell. */
  readonly risen: number;
  readonly fallen: number;
}

/**
 * Transformations with at least `least` pairs that have a value on both sides, most pairs first, then by size of the
 * mean change.
 *
 * @param values one for each row, NaN where unknown or censored; such pairs are left out
 * @see Wilcoxon 1945, doi:10.2307/3001968; Benjamini & Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x
 */
export const transformations = (pairs: PairTable, values: ArrayLike<number>, least = 2): Transformation[] =>
  doAtOnce(transformationsInSlices(pairs, values, least));

/** What `transformations` gives, worked out in slices. */
export function* transformationsInSlices(
  pairs: PairTable,
  values: ArrayLike<number>,
  least = 2
): SlicedWork<Transformation[]> {
  const groups = yield* groupPairs(pairs, values);
  const summaries: Transformation[] = [];
  for (const group of groups.values()) {
    if (group.length < least) continue;
    summaries.push(...summarise(pairs, group, values));
    yield;
  }
  summaries.sort((a, b) => b.pairs.length - a.pairs.length || Math.abs(b.mean) - Math.abs(a.mean));
  const adjusted = benjaminiHochberg(summaries.map(({p}) => p));
  return summaries.map((summary, place) => ({...summary, q: adjusted[place] ?? null}));
}

/** Pairs looked at between two pauses. */
const SLICE_PAIRS = 4096;

/** Pairs with a value on both sides, by what changes. */
function* groupPairs(pairs: PairTable, values: ArrayLike<number>): SlicedWork<ReadonlyMap<number, number[]>> {
  const groups = new Map<number, number[]>();
  for (let pair = 0; pair < pairs.a.length; pair++) {
    if (pair % SLICE_PAIRS === 0) yield;
    if (Number.isNaN(pairChange(pairs, pair, values))) continue;
    const key = (pairs.from[pair] ?? 0) * pairs.texts.length + (pairs.to[pair] ?? 0);
    const group = groups.get(key);
    if (group) group.push(pair);
    else groups.set(key, [pair]);
  }
  return groups;
}

/** Value of row b less that of row a; NaN when either is unknown. */
export const pairChange = ({a, b}: PairTable, pair: number, values: ArrayLike<number>): number =>
  (values[b[pair] ?? -1] ?? NaN) - (values[a[pair] ?? -1] ?? NaN);

function summarise(table: PairTable, pairs: readonly number[], values: ArrayLike<number>): Transformation[] {
  const changes = pairs.map((pair) => pairChange(table, pair, values));
  const change = meanInterval(changes);
  const [first = -1] = pairs;
  if (!change) return [];
  return [
    {
      ...{from: table.texts[table.from[first] ?? -1] ?? "", to: table.texts[table.to[first] ?? -1] ?? "", pairs},
      ...{mean: change.mean, deviation: change.standardDeviation, interval: change.interval, q: null},
      p: changes.length < LEAST_TESTED ? null : wilcoxonSignedRank(changes),
      risen: changes.filter((value) => value > 0).length,
      fallen: changes.filter((value) => value < 0).length
    }
  ];
}

/** The same change the other way round. */
export const reversed = ({from, to, mean, interval, risen, fallen, ...rest}: Transformation): Transformation => ({
  ...{...rest, from: to, to: from, mean: -mean, risen: fallen, fallen: risen},
  interval: interval && [-interval[1], -interval[0]]
});
