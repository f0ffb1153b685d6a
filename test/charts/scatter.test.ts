import {describe, expect, it} from "vitest";
import {isInside, pointsInside} from "../../src/charts/scatter.js";
import {axisTicks} from "../../src/charts/scatter-paint.js";
import {shadesOf} from "../../src/charts/shades.js";

describe("isInside(place, line)", () => {
  const square = [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10]
  ] as const;

  it("tells what a closed line holds", () => {
    expect(isInside([5, 5], square)).toBe(true);
    expect(isInside([15, 5], square)).toBe(false);
    expect(isInside([5, -1], square)).toBe(false);
  });

  it("holds nothing in a line of no length", () => {
    expect(isInside([0, 0], [[0, 0]])).toBe(false);
    expect(isInside([0, 0], [])).toBe(false);
  });
});

describe("pointsInside(count, placeOf, line)", () => {
  const places = [
    [5, 5],
    [50, 5],
    [9, 9],
    [NaN, 1]
  ] as const;
  const inside = (line: readonly (readonly [number, number])[]) =>
    pointsInside(places.length, (point) => places[point] ?? [NaN, NaN], line);

  it("are those that a closed line holds, ascending", () => {
    expect(
      inside([
        [0, 0],
        [10, 0],
        [10, 10],
        [0, 10]
      ])
    ).toEqual([0, 2]);
  });

  it("are none for a line of no length", () => {
    expect(inside([])).toEqual([]);
    expect(inside([[5, 5]])).toEqual([]);
  });
});

describe("axisTicks(low, high)", () => {
  it.each([
    [0, 10, [0, 2, 4, 6, 8, 10]],
    [4.2, 10.4, [5, 6, 7, 8, 9, 10].filter((tick) => tick % 2 === 0)],
    [0, 0.3, [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3]]
  ])("from %d to %d are round", (low, high, ticks) => {
    expect(axisTicks(low, high)).toEqual(ticks);
  });
});

describe("shadesOf(values)", () => {
  it("spreads values over nine shades by counts, and gives 0 to what is missing", () => {
    const values = [...Array.from({length: 90}, (_, i) => i), NaN, 1e9];
    const shade = shadesOf(values);
    expect(shade(0)).toBe(1);
    expect(shade(45)).toBe(5);
    expect(shade(89)).toBe(9);
    expect(shade(90)).toBe(0);
    expect(shade(91)).toBe(9);
  });

  it("of nothing known is 0 throughout", () => {
    expect(shadesOf([NaN])(0)).toBe(0);
  });
});
