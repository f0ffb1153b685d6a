import {describe, expect, it} from "vitest";
import {desirability, isSoundCurve} from "../../src/scoring/desirability.js";

const curve = {
  points: [
    [2, 0],
    [4, 1],
    [6, 1],
    [8, 0.5]
  ]
} as const;

describe("desirability(curve, value)", () => {
  it.each([
    [2, 0],
    [3, 0.5],
    [5, 1],
    [7, 0.75],
    [0, 0],
    [100, 0.5]
  ])("of %d is %d: straight between corners, level beyond them", (value, expected) => {
    expect(desirability(curve, value)).toBeCloseTo(expected, 12);
  });

  it("leaves missing missing", () => {
    expect([desirability(curve, null), desirability(curve, NaN)]).toEqual([null, null]);
  });

  it("takes the second of two corners at the same place as a step", () => {
    const step = {
      points: [
        [0, 0],
        [1, 0],
        [1, 1],
        [2, 1]
      ]
    } as const;
    expect([0.99, 1, 1.01].map((value) => desirability(step, value))).toEqual([0, 1, 1]);
  });

  it("of a curve without corners is missing", () => {
    expect(desirability({points: []}, 1)).toBeNull();
  });
});

describe("isSoundCurve(curve)", () => {
  it("wants ascending corners between 0 and 1", () => {
    expect(isSoundCurve(curve)).toBe(true);
    expect(isSoundCurve({points: []})).toBe(false);
    expect(
      isSoundCurve({
        points: [
          [1, 0],
          [0, 1]
        ]
      })
    ).toBe(false);
    expect(isSoundCurve({points: [[0, 2]]})).toBe(false);
  });
});
