import {describe, expect, it} from "vitest";
import {quantile, valueSummary} from "../../src/base/value-summary.js";

describe("valueSummary(values)", () => {
  it("gives the quartiles of R's and NumPy's default (type 7)", () => {
    expect(valueSummary([7, 15, 36, 39, 40, 41])).toEqual({
      ...{n: 6, least: 7, lowerQuartile: 20.25, median: 37.5, upperQuartile: 39.75, greatest: 41}
    });
  });

  it("leaves NaN out", () => {
    expect(valueSummary([NaN, 2, NaN])?.n).toBe(1);
  });

  it("of one value is that value throughout", () => {
    expect(valueSummary([3])).toEqual({n: 1, least: 3, lowerQuartile: 3, median: 3, upperQuartile: 3, greatest: 3});
  });

  it.each([[[]], [[NaN]]])("of %j is null", (values) => {
    expect(valueSummary(values)).toBeNull();
  });
});

describe("quantile(ascending, share)", () => {
  it("is NaN of nothing", () => {
    expect(quantile([], 0.5)).toBeNaN();
  });
});
