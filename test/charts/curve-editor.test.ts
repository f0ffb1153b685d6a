import {describe, expect, it} from "vitest";
import {addCorner, moveCorner} from "../../src/charts/curve-editor.js";

const curve = {
  points: [
    [-1, 0],
    [0, 0.5],
    [1, 1]
  ]
} as const;

describe("moveCorner(curve, at, corner, from, to)", () => {
  it("keeps a corner between its neighbours and between 0 and 1", () => {
    expect(moveCorner(curve, 1, [5, 2], -1, 1).points[1]).toEqual([1, 1]);
    expect(moveCorner(curve, 1, [-5, -2], -1, 1).points[1]).toEqual([-1, 0]);
  });

  it("keeps the ends within the range", () => {
    expect(moveCorner(curve, 2, [9, 1], -1, 1).points[2]).toEqual([1, 1]);
  });
});

describe("addCorner(curve)", () => {
  it("halves the widest span", () => {
    expect(
      addCorner({
        points: [
          [0, 0],
          [1, 0],
          [4, 1]
        ]
      }).points
    ).toEqual([
      [0, 0],
      [1, 0],
      [2.5, 0.5],
      [4, 1]
    ]);
  });

  it("leaves a curve of one corner as it is", () => {
    expect(addCorner({points: [[0, 1]]}).points).toEqual([[0, 1]]);
  });
});
