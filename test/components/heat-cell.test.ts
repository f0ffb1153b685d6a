import {describe, expect, it} from "vitest";
import {shortNumber} from "../../src/components/heat-cell.js";

describe("shortNumber(value)", () => {
  it.each([
    [0.8557, ".86"],
    [1, "1"],
    [0, "0"],
    [-0.4, "−.4"],
    [-1, "−1"],
    [0.004, "0"],
    [-0.004, "0"]
  ])("writes %d as %s", (value, text) => {
    expect(shortNumber(value)).toBe(text);
  });
});
