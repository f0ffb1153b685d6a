import {describe, expect, it} from "vitest";
import {countRatio} from "../../src/base/count-ratio.js";

describe("countRatio(before, after)", () => {
  it("gives the ratio with its interval on the logarithmic scale", () => {
    // exp(log 2 ± 1.959964 · sqrt(1/50 + 1/100)), by hand
    const found = countRatio(50, 100)!;
    expect(found.ratio).toBe(2);
    expect(found.lower).toBeCloseTo(1.4243, 4);
    expect(found.upper).toBeCloseTo(2.8084, 4);
  });

  it("gives the inverse when the counts change places", () => {
    const [one, two] = [countRatio(20, 30)!, countRatio(30, 20)!];
    expect(one.ratio * two.ratio).toBeCloseTo(1, 12);
    expect(one.lower * two.upper).toBeCloseTo(1, 12);
  });

  it("is null where a count is 0: nothing grows from nothing", () => {
    expect([countRatio(0, 5), countRatio(5, 0)]).toEqual([null, null]);
  });

  it("is null for what is no count", () => {
    expect([countRatio(-1, 5), countRatio(1.5, 5), countRatio(NaN, 5)]).toEqual([null, null, null]);
  });
});
