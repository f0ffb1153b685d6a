import {describe, expect, it} from "vitest";
import {priorityScores} from "../../src/scoring/priority-scores.js";

const curve = {
  points: [
    [-1, 0],
    [1, 1]
  ]
} as const;
const profile = {weights: {}, curves: {}, curve};

describe("priorityScores(count, values, profile)", () => {
  it("is the weighted mean of desirabilities where all is assessed", () => {
    const {low, high, assessed, coverage} = priorityScores(1, {a: [1], b: [0]}, {...profile, weights: {a: 3}});
    expect([low[0], high[0], assessed[0], coverage[0]]).toEqual([0.875, 0.875, 0.875, 1]);
  });

  it("takes what is not assessed at its worst and at its best, and says how much that is", () => {
    const {low, high, assessed, coverage} = priorityScores(1, {a: [1], b: [null]}, profile);
    expect([low[0], high[0], assessed[0], coverage[0]]).toEqual([0.5, 1, 1, 0.5]);
  });

  it("never puts an unstudied item above a studied one of the same values at the low end", () => {
    const {low} = priorityScores(2, {a: [1, 1], b: [0.2, null], c: [0.5, null]}, profile);
    expect(low[0]).toBeGreaterThan(low[1] ?? NaN);
  });

  it("of an item without any value is 0 to 1 with no coverage", () => {
    const {low, high, assessed, coverage} = priorityScores(1, {a: [null]}, profile);
    expect([low[0], high[0], coverage[0]]).toEqual([0, 1, 0]);
    expect(assessed[0]).toBeNaN();
  });

  it("is NaN when nothing has weight, and empty for no items", () => {
    expect(priorityScores(1, {a: [1]}, {...profile, weights: {a: 0}}).low[0]).toBeNaN();
    expect(priorityScores(0, {a: []}, profile).low).toHaveLength(0);
  });

  it("uses a criterion's own curve", () => {
    const own = {
      points: [
        [0, 1],
        [1, 0]
      ]
    } as const;
    expect(priorityScores(1, {a: [1]}, {...profile, curves: {a: own}}).low[0]).toBe(0);
  });
});
