import {describe, expect, it} from "vitest";
import {seededRandom} from "../../src/base/random.js";

describe("seededRandom(seed)", () => {
  it("repeats its sequence for the same seed", () => {
    const a = seededRandom(7);
    const b = seededRandom(7);
    expect(Array.from({length: 100}, a)).toEqual(Array.from({length: 100}, b));
  });

  it("differs between seeds", () => {
    expect(seededRandom(1)()).not.toBe(seededRandom(2)());
  });

  it("is uniform on [0, 1) within sampling error", () => {
    const random = seededRandom(42);
    const values = Array.from({length: 20_000}, random);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / values.length));
  });
});
