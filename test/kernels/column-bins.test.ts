import {describe, expect, it} from "vitest";
import {barsOf, binsOf, codeOf, codesOfRange, encodeColumn} from "../../src/kernels/column-bins.js";

describe("binsOf(values)", () => {
  it("gives whole numbers a bar each", () => {
    expect(binsOf([3, 1, 2, 1])).toEqual({edges: Float64Array.of(1, 2, 3, 4), isUnit: true});
  });
  it("gives real numbers bars with round edges", () => {
    const {edges} = binsOf(Float64Array.from({length: 1000}, (_, i) => i / 1000));
    expect(edges[1]).toBe(0.02);
    expect(edges[3]).toBe(0.06);
    expect(edges.at(-1)).toBe(1);
  });
  it("keeps whole edges for whole numbers of a wide range", () => {
    const {edges, isUnit} = binsOf(Float64Array.from({length: 1000}, (_, i) => i));
    expect(isUnit).toBe(false);
    expect(edges.every(Number.isInteger)).toBe(true);
  });
  it("leaves a single freak outside the bars", () => {
    const values = [...Float64Array.from({length: 2000}, (_, i) => i / 2000), 1e9];
    expect(binsOf(values).edges.at(-1)).toBeLessThan(2);
  });
  it("never makes more codes than a byte holds", () => {
    for (const scale of [1e-9, 0.3, 1, 7, 1e12]) {
      const values = Float64Array.from({length: 5000}, (_, i) => Math.sin(i) * scale);
      expect(binsOf(values).edges.length).toBeLessThanOrEqual(127);
    }
  });
  it("makes one bar when all values are equal", () => {
    expect(binsOf([0.5, 0.5]).edges).toHaveLength(2);
  });
  it("makes one bar from 0 to 1 when there is no value", () => {
    expect(binsOf([]).edges).toEqual(Float64Array.of(0, 1));
    expect(binsOf([NaN, Infinity]).edges).toEqual(Float64Array.of(0, 1));
  });
});

describe("codeOf(bins, value)", () => {
  const bins = {edges: Float64Array.of(0, 0.1, 0.2, 0.3), isUnit: false};

  it("gives missing a code of its own, never that of zero", () => {
    expect(codeOf(bins, NaN)).toBe(0);
    expect(codeOf(bins, 0)).toBe(2);
  });
  it("gives the first edge to negative zero as to zero", () => {
    expect(codeOf(bins, -0)).toBe(2);
  });
  it("tells an edge from what lies beside it", () => {
    expect([0.05, 0.1, 0.1000001, 0.3].map((value) => codeOf(bins, value))).toEqual([3, 4, 5, 8]);
  });
  it("puts what lies outside into the open bars", () => {
    expect([-Infinity, -1, 0.31, Infinity].map((value) => codeOf(bins, value))).toEqual([1, 1, 9, 9]);
  });
  it("rises with the value", () => {
    const values = Float64Array.from({length: 10_000}, (_, i) => i * 0.00037);
    const wide = binsOf(values);
    const codes = new Uint8Array(values.length);
    encodeColumn(wide, values, codes);
    expect(codes.every((code, i) => i === 0 || code >= (codes[i - 1] ?? 0))).toBe(true);
  });
});

describe("codesOfRange(bins, range)", () => {
  const bins = {edges: Float64Array.of(0, 1, 2), isUnit: false};

  it("finds the bytes between two edges", () => {
    expect(codesOfRange(bins, {min: 0, max: 1, keepMissing: false})).toEqual({low: 2, high: 4});
  });
  it("takes the open bars where a limit is open", () => {
    expect(codesOfRange(bins, {min: null, max: null, keepMissing: false})).toEqual({low: 1, high: 255});
  });
  it("finds no byte when the limits are crossed", () => {
    expect(codesOfRange(bins, {min: 2, max: 0, keepMissing: false})).toEqual({low: 6, high: 5});
  });
  it("has no answer for a limit that is not an edge", () => {
    expect(codesOfRange(bins, {min: 0.5, max: 1, keepMissing: false})).toBeNull();
    expect(codesOfRange(bins, {min: 0, max: 9, keepMissing: false})).toBeNull();
  });
});

describe("barsOf(bins, counts)", () => {
  it("puts an edge into the bar above it, and the last edge into the last bar", () => {
    const bins = {edges: Float64Array.of(0, 1, 2), isUnit: false};
    const counts = [5, 1, 10, 100, 1000, 10_000, 100_000, 7];
    expect(barsOf(bins, counts)).toEqual({
      counts: Uint32Array.of(110, 111_000),
      under: 1,
      over: 7,
      missing: 5
    });
  });
});
