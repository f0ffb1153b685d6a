import {describe, expect, it} from "vitest";
import {normalTail} from "../../src/base/normal-tail.js";

// Expected values are those of scipy 1.17.1.
describe("normalTail(z)", () => {
  it.each([
    [0, 0.5],
    [0.5, 0.3085375387259869],
    [1.96, 0.024997895148220435],
    [2, 0.022750131948179195],
    [3, 0.0013498980316300933],
    [6, 9.865876450376946e-10],
    [10, 7.61985302416047e-24],
    [30, 4.906713927147908e-198]
  ])("of %d is %d", (z, expected) => {
    expect(normalTail(z) / expected).toBeCloseTo(1, 10);
  });

  it.each([-1, NaN])("throws for %d", (z) => {
    expect(() => normalTail(z)).toThrow("invalid z");
  });
});
