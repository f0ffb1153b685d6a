import {describe, expect, it} from "vitest";
import {dice, leastCommon, tanimoto, tversky} from "../../src/kernels/similarity-metric.js";

describe("tanimoto(common, query, row)", () => {
  it("is the share of shared bits", () => expect(tanimoto(2, 3, 4)).toBe(0.4));
  it("is 0 for two empty sets", () => expect(tanimoto(0, 0, 0)).toBe(0));
});

describe("dice(common, query, row)", () => {
  it("is twice the shared bits over all bits", () => expect(dice(2, 3, 5)).toBe(0.5));
  it("is 0 for two empty sets", () => expect(dice(0, 0, 0)).toBe(0));
});

describe("tversky(alpha, beta)", () => {
  it("is Tanimoto with weights 1 and 1", () => expect(tversky(1, 1)(2, 3, 4)).toBe(tanimoto(2, 3, 4)));
  it("is Dice with weights 0.5 and 0.5", () => expect(tversky(0.5, 0.5)(2, 3, 5)).toBe(dice(2, 3, 5)));
  it("is the share of the query found with weights 1 and 0", () => expect(tversky(1, 0)(2, 4, 90)).toBe(0.5));
  it("throws for a negative weight", () => {
    expect(() => tversky(-1, 0)).toThrow("invalid alpha: -1");
    expect(() => tversky(0, NaN)).toThrow("invalid beta: NaN");
  });
});

describe("leastCommon(metric, threshold, query, row)", () => {
  it("is the least number of shared bits that reaches the threshold", () => {
    for (let query = 0; query < 20; query++)
      for (let row = 0; row < 20; row++)
        for (const threshold of [0, 0.1, 1 / 3, 0.5, 0.7, 1]) {
          const most = Math.min(query, row);
          const all = Array.from({length: most + 1}, (_, common) => common);
          const expected = all.find((common) => tanimoto(common, query, row) >= threshold) ?? most + 1;
          expect(leastCommon(tanimoto, threshold, query, row)).toBe(expected);
        }
  });
  it("is out of reach when the threshold is above 1", () => expect(leastCommon(tanimoto, 1.1, 3, 3)).toBe(4));
});
