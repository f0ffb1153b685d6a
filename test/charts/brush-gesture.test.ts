import {describe, expect, it} from "vitest";
import {startMove} from "../../src/charts/brush-gesture.js";

describe("startMove(start, selection, barCount)", () => {
  it("opens a new selection where there is none, in either direction", () => {
    expect(startMove(4, [0, 10], 10)(7)).toEqual([4, 7]);
    expect(startMove(4, [0, 10], 10)(1)).toEqual([1, 4]);
  });
  it("opens a new selection outside the old one", () => expect(startMove(9, [2, 5], 10)(7)).toEqual([7, 9]));
  it("moves an end that is grasped", () => {
    expect(startMove(2, [2, 5], 10)(3)).toEqual([3, 5]);
    expect(startMove(5, [2, 5], 10)(8)).toEqual([2, 8]);
  });
  it("lets an end pass the other", () => expect(startMove(2, [2, 5], 10)(8)).toEqual([5, 8]));
  it("moves the whole selection when grasped inside, as far as the scale goes", () => {
    expect(startMove(4, [2, 6], 10)(5)).toEqual([3, 7]);
    expect(startMove(4, [2, 6], 10)(10)).toEqual([6, 10]);
    expect(startMove(4, [2, 6], 10)(0)).toEqual([0, 4]);
  });
});
