import {describe, expect, it} from "vitest";
import {meanInterval} from "../../src/base/mean-interval.js";

describe("meanInterval(values, level)", () => {
  it("equals scipy's t interval", () => {
    const {mean, standardDeviation, interval} = meanInterval([0.2, 0.5, -0.1, 0.9, 0.4]) ?? {};
    expect(mean).toBeCloseTo(0.38, 12);
    expect(standardDeviation).toBeCloseTo(0.37013511046643494, 12);
    expect(interval?.[0]).toBeCloseTo(-0.0795834411373455, 8);
    expect(interval?.[1]).toBeCloseTo(0.8395834411373455, 8);
  });

  it("of one value has no spread and no interval", () => {
    expect(meanInterval([2])).toEqual({n: 1, mean: 2, standardDeviation: null, interval: null});
  });

  it("of equal values is an interval of no width", () => {
    expect(meanInterval([2, 2, 2])?.interval).toEqual([2, 2]);
  });

  it("leaves NaN out, and is null when nothing is left", () => {
    expect(meanInterval([1, NaN, 3])?.n).toBe(2);
    expect(meanInterval([NaN])).toBeNull();
  });
});
