import {describe, expect, it} from "vitest";
import {type CountedYear, publicationTrend} from "../../src/scoring/publication-trend.js";

const years = (from: number, ...counts: readonly number[]): CountedYear[] =>
  counts.map((n_papers, i) => ({year: from + i, n_papers, is_partial: false}));

describe("publicationTrend(years)", () => {
  it("compares the last three full years with the three before", () => {
    const trend = publicationTrend(years(2015, 0, 1, 10, 10, 10, 20, 20, 20));
    expect(trend).toMatchObject({n_total: 91, first_year: 2016, n_recent: 60, n_earlier: 30});
    expect(trend.growth?.ratio).toBe(2);
    expect(trend.recent_share).toBeCloseTo(60 / 91, 12);
  });

  it("leaves a year that was not over out of the growth, and counts it as new", () => {
    const full = years(2015, 10, 10, 10, 20, 20, 20);
    const trend = publicationTrend([...full, {year: 2021, n_papers: 1, is_partial: true}]);
    expect(trend.growth?.ratio).toBe(2);
    expect(trend.n_total).toBe(91);
    expect(trend.recent_share).toBeCloseTo(61 / 91, 12);
  });

  it("gives no growth when the years before were not counted", () => {
    expect(publicationTrend(years(2018, 5, 5, 5, 5)).growth).toBeNull();
  });

  it("gives a total of 0 and null for the rest when there are no years", () => {
    expect(publicationTrend([])).toEqual({
      ...{n_total: 0, first_year: null, n_recent: 0, n_earlier: 0},
      ...{growth: null, recent_share: null}
    });
  });

  it("gives no first year when nothing was ever published", () => {
    expect(publicationTrend(years(2015, 0, 0, 0, 0, 0, 0))).toMatchObject({
      ...{n_total: 0, first_year: null, growth: null, recent_share: null}
    });
  });
});
