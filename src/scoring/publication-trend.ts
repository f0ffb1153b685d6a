import {type CountRatio, countRatio} from "../base/count-ratio.js";

/** Publications of a question in one year. */
export interface CountedYear {
  readonly year: number;
  readonly n_papers: number;
  /** True for a year that was not over when it was counted. */
  readonly is_partial: boolean;
}

/** How much is published on a question, since when, and whether it grows. */
export interface PublicationTrend {
  readonly n_total: number;
  /** First year with a publication; null when there is none. */
  readonly first_year: number | null;
  /** Publications of the last full years, and of as many years before them. */
  readonly n_recent: number;
  readonly n_earlier: number;
  /** Recent years to those before, with its interval; null when either has none, or the years were not counted. */
  readonly growth: CountRatio | null;
  /** Part of all publications that appeared in the last full years or later, 0-1: near 1 is new; null when there are none. */
  readonly recent_share: number | null;
}

/** Full years that are compared with as many before them. */
export const TREND_YEARS = 3;

/**
 * The trend of publications per year. A year that was not over counts in the total and as recent, but not in the growth:
 * it would always look like decline. No years give a total of 0 and null for the rest.
 */
export function publicationTrend(years: readonly CountedYear[]): PublicationTrend {
  const sum = (rows: readonly CountedYear[]): number => rows.reduce((total, {n_papers: n}) => total + n, 0);
  const full = years.filter(({is_partial: isPartial}) => !isPartial);
  const last = Math.max(...full.map(({year}) => year));
  const between = (from: number, to: number): CountedYear[] => full.filter(({year}) => year > from && year <= to);
  const recent = between(last - TREND_YEARS, last);
  const earlier = between(last - 2 * TREND_YEARS, last - TREND_YEARS);
  const isCounted = recent.length === TREND_YEARS && earlier.length === TREND_YEARS;
  const published = years.filter(({n_papers: n}) => n > 0).map(({year}) => year);
  const n_total = sum(years);
  return {
    n_total,
    first_year: published.length === 0 ? null : Math.min(...published),
    n_recent: sum(recent),
    n_earlier: sum(earlier),
    growth: isCounted ? countRatio(sum(earlier), sum(recent)) : null,
    recent_share: n_total === 0 ? null : sum(years.filter(({year}) => year > last - TREND_YEARS)) / n_total
  };
}
