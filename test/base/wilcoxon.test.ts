import {describe, expect, it} from "vitest";
import {midRanks, wilcoxonSignedRank} from "../../src/base/wilcoxon.js";

// Expected values are those of scipy 1.17.1; with ties, of an enumeration of all signs.
describe("wilcoxonSignedRank(differences)", () => {
  it.each([
    [[1, 2, 3, 4, 5], 0.0625],
    [[1, -2, 3, 4, 5, 6], 0.09375],
    [[0.5, 0.5, -0.5, 1.2, 0, 2, 3], 0.125],
    [[-1, 1], 1]
  ])("of %j is %d", (differences, expected) => {
    expect(wilcoxonSignedRank(differences)).toBeCloseTo(expected, 12);
  });

  it("approximates beyond a hundred differences as scipy does, with ties and zeros", () => {
    const differences = Array.from({length: 150}, (_, i) => (((i * 7919) % 101) - 40) / 10);
    expect(wilcoxonSignedRank(differences)).toBeCloseTo(0.00033019673850920403, 9);
  });

  it("stays a number where 2^n sign patterns do not fit an integer", () => {
    const p = wilcoxonSignedRank(Array.from({length: 100}, (_, i) => i + 1));
    expect(p).toBeCloseTo(2 ** -99, 40);
    expect(p).toBeGreaterThan(0);
  });

  it("does not change when all signs are turned", () => {
    const differences = [0.3, -1.2, 2.2, 0.9, 1.4, 3.1, -0.1];
    expect(wilcoxonSignedRank(differences.map((value) => -value))).toBe(wilcoxonSignedRank(differences));
  });

  it("leaves NaN out", () => {
    expect(wilcoxonSignedRank([1, NaN, 2])).toBe(wilcoxonSignedRank([1, 2]));
  });

  it.each([[[]], [[0, 0]], [[NaN]]])("of %j, where nothing differs, is null", (differences) => {
    expect(wilcoxonSignedRank(differences)).toBeNull();
  });
});

describe("midRanks(values)", () => {
  it("gives equal values the mean of their ranks", () => {
    expect(midRanks([3, 1, 3, 2])).toEqual([3.5, 1, 3.5, 2]);
  });
});
