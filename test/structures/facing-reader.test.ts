import {describe, expect, it} from "vitest";
import {facingReader} from "../../src/structures/facing-reader.js";
import {type Point} from "../../src/structures/geometry.js";
import {placed} from "../../src/structures/superposition.js";

const point = (x: number, y: number, z: number): Point => ({x, y, z});
const range = (points: readonly Point[], axis: "x" | "y" | "z"): number =>
  Math.max(...points.map((each) => each[axis])) - Math.min(...points.map((each) => each[axis]));

describe("facingReader(points)", () => {
  it("lays the longest extent along x, the shortest along z, the middle at the origin", () => {
    // A board of 4 by 2 by 0.2, standing on edge and turned.
    const corners = [-2, 2].flatMap((a) => [-1, 1].flatMap((b) => [-0.1, 0.1].map((c) => ({a, b, c}))));
    const standing = corners.map(({a, b, c}) => point(5 + 0.6 * c - 0.8 * b, 7 + a, -3 + 0.8 * c + 0.6 * b));
    const laid = standing.map((each) => placed(facingReader(standing), each));
    expect([range(laid, "x"), range(laid, "y"), range(laid, "z")].map((size) => Number(size.toFixed(6)))).toEqual([
      4, 2, 0.2
    ]);
    const sum = laid.reduce((total, {x, y, z}) => total + x + y + z, 0);
    expect(sum).toBeCloseTo(0, 9);
  });

  it("does not mirror", () => {
    const points = [point(0, 0, 0), point(1, 0, 0), point(0, 2, 0), point(0, 0, 3)];
    const [a, b, c] = facingReader(points).rotation;
    const determinant = a.x * (b.y * c.z - b.z * c.y) - a.y * (b.x * c.z - b.z * c.x) + a.z * (b.x * c.y - b.y * c.x);
    expect(determinant).toBeCloseTo(1, 9);
  });

  it("puts a single place at the origin", () => {
    const {x, y, z} = placed(facingReader([point(3, 4, 5)]), point(3, 4, 5));
    expect(Math.hypot(x, y, z)).toBeCloseTo(0, 9);
  });

  it("of no place leaves all as it is", () => {
    expect(placed(facingReader([]), point(3, 4, 5))).toEqual(point(3, 4, 5));
  });
});
