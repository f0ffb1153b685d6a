import {describe, expect, it} from "vitest";
import {topProbabilities} from "../../src/admet/top-probability.js";

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

describe("topProbabilities(values, halfWidths, n, better)", () => {
  it("adds up to n", () => {
    const values = Array.from({length: 200}, (_, row) => Math.sin(row) * 3);
    const chances = topProbabilities(
      values,
      values.map(() => 0.8),
      10,
      "higher"
    );
    expect(sum(chances)).toBeCloseTo(10, 6);
  });

  it("is 1 and 0 where the intervals are narrow and far apart", () => {
    expect([...topProbabilities([1, 2, 3], [0.01, 0.01, 0.01], 1, "higher")].map(Math.round)).toEqual([0, 0, 1]);
    expect([...topProbabilities([1, 2, 3], [0.01, 0.01, 0.01], 1, "lower")].map(Math.round)).toEqual([1, 0, 0]);
  });

  it("is the same for all when nothing tells them apart", () => {
    for (const chance of topProbabilities([5, 5, 5, 5], [1, 1, 1, 1], 1, "higher")) expect(chance).toBeCloseTo(0.25, 6);
  });

  it("lets a doubtful compound overtake one that is better by less than its doubt", () => {
    const [sure, doubtful] = topProbabilities([1, 0.9, -3, -3], [0.05, 3, 0.05, 0.05], 1, "higher");
    expect(doubtful).toBeGreaterThan(0.3);
    expect(sure).toBeLessThan(0.7);
  });

  it("is NaN where the value is missing", () => {
    expect(topProbabilities([1, NaN], [1, NaN], 1, "higher")[1]).toBeNaN();
  });

  it("is 1 for all when n is the number of values or more", () => {
    expect([...topProbabilities([1, 2], [1, 1], 5, "higher")]).toEqual([1, 1]);
  });

  it("is 0 for all when n is 0, and nothing for nothing", () => {
    expect(Math.max(...topProbabilities([1, 2], [0.1, 0.1], 0, "higher"))).toBeLessThan(1e-3);
    expect(topProbabilities([], [], 3, "higher")).toHaveLength(0);
  });

  it("refuses an n that is no count", () => {
    expect(() => topProbabilities([1], [1], NaN, "higher")).toThrow("invalid n");
  });
});
