import {describe, expect, it} from "vitest";
import {
  barsPath,
  brushLayout,
  edgeAt,
  edgesOfRange,
  missingPath,
  outlinePath,
  rangeOfEdges,
  xOfEdge
} from "../../src/charts/brush-layout.js";

const real = {edges: Float64Array.of(0, 10, 20, 30), isUnit: false};
const unit = {edges: Float64Array.of(0, 1, 2, 3), isUnit: true};
const bars = (counts: number[], under = 0, over = 0, missing = 0) => ({
  counts: Uint32Array.from(counts),
  under,
  over,
  missing
});
const plain = brushLayout(real, bars([1, 2, 3]), 300, 40);

describe("brushLayout(bins, background, width, height)", () => {
  it("gives the scale the whole width when nothing lies outside", () => {
    expect([plain.left, plain.right]).toEqual([0, 300]);
  });
  it("keeps room for missing, under and over", () => {
    const {left, right} = brushLayout(real, bars([1, 2, 3], 1, 1, 1), 300, 40);
    expect(left).toBeGreaterThan(10);
    expect(right).toBeLessThan(300);
  });
});

describe("edgeAt(layout, x)", () => {
  it("is the nearest edge, within the scale", () => {
    expect([-50, 0, 49, 51, 260, 999].map((x) => edgeAt(plain, x))).toEqual([0, 0, 0, 1, 3, 3]);
  });
  it("undoes xOfEdge", () => expect([0, 1, 2, 3].map((k) => edgeAt(plain, xOfEdge(plain, k)))).toEqual([0, 1, 2, 3]));
});

describe("rangeOfEdges(bins, from, to, keepMissing)", () => {
  it("is open where it reaches the end of the scale", () => {
    expect(rangeOfEdges(real, 0, 2, false)).toEqual({min: null, max: 20, keepMissing: false});
    expect(rangeOfEdges(real, 1, 3, true)).toEqual({min: 10, max: null, keepMissing: true});
  });
  it("is no range over the whole scale", () => expect(rangeOfEdges(real, 0, 3, false)).toBeNull());
  it("ends at the value of the last bar where bars are single values", () => {
    expect(rangeOfEdges(unit, 1, 2, false)).toEqual({min: 1, max: 1, keepMissing: false});
  });
});

describe("edgesOfRange(bins, range)", () => {
  it("undoes rangeOfEdges", () => {
    for (const bins of [real, unit])
      for (const [from, to] of [
        [0, 2],
        [1, 3],
        [1, 2]
      ] as const)
        expect(edgesOfRange(bins, rangeOfEdges(bins, from, to, false))).toEqual([from, to]);
  });
  it("is the whole scale without a range", () => expect(edgesOfRange(real, null)).toEqual([0, 3]));
  it("lies between edges for a typed limit, and never off the scale", () => {
    expect(edgesOfRange(real, {min: 5, max: 999, keepMissing: false})).toEqual([0.5, 3]);
  });
});

describe("barsPath(layout, bars)", () => {
  it("makes the highest bar as high as the layout", () => expect(barsPath(plain, bars([1, 2, 4]))).toContain("v-40"));
  it("shows a single row among a million as a pixel", () =>
    expect(barsPath(plain, bars([1, 1e6, 0]))).toContain("v-1h"));
  it("is empty when nothing passes", () => expect(barsPath(plain, bars([0, 0, 0]))).toBe(""));
});

describe("outlinePath(layout, bars)", () => {
  it("follows the bars", () => expect(outlinePath(plain, bars([1, 2, 1]))).toBe("M0,40V20H100V0H200V20H300V40"));
  it("is empty when there is nothing", () => expect(outlinePath(plain, bars([0, 0, 0]))).toBe(""));
});

describe("missingPath(layout, bars)", () => {
  it("is empty when nothing is missing", () => expect(missingPath(plain, bars([1, 2, 3]))).toBe(""));
  it("is cut at the top when most is missing", () =>
    expect(missingPath(plain, bars([1, 1, 1], 0, 0, 99))).toContain("v-40"));
});
