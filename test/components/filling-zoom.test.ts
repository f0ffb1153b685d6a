import {describe, expect, it} from "vitest";
import {fillingZoom} from "../../src/components/filling-zoom.js";

const places = [-10, 10].flatMap((x) => [-1, 1].map((y) => ({x, y, z: 0})));

describe("fillingZoom(places, aspect)", () => {
  it("comes nearer to what is wide in a wide picture", () => {
    expect(fillingZoom(places, 2)).toBeGreaterThan(1.5);
    expect(fillingZoom(places, 2)).toBeLessThan(2);
  });

  it("goes away from what is wide in a narrow picture", () => {
    expect(fillingZoom(places, 0.5)).toBeLessThan(0.5);
  });

  it("leaves a single place, and none, as they are", () => {
    expect([fillingZoom([], 1), fillingZoom(places.slice(0, 1), 1)]).toEqual([1, 1]);
  });
});
