import {describe, expect, it} from "vitest";
import {benjaminiHochberg} from "../../src/base/benjamini-hochberg.js";

describe("benjaminiHochberg(pValues)", () => {
  it("equals scipy's false_discovery_control", () => {
    const adjusted = benjaminiHochberg([0.01, 0.04, 0.03, 0.005, 0.5]);
    const expected = [0.025, 0.05, 0.05, 0.025, 0.5];
    expect(adjusted.map((q, i) => Math.abs((q ?? NaN) - (expected[i] ?? 0)) < 1e-12)).toEqual(expected.map(() => true));
  });

  it("does not count what was not tested", () => {
    expect(benjaminiHochberg([null, 0.02, null])).toEqual([null, 0.02, null]);
  });

  it("of nothing is nothing", () => {
    expect(benjaminiHochberg([])).toEqual([]);
  });
});
