import {describe, expect, it} from "vitest";
import {parseLimit} from "../../src/charts/limit-input.js";

describe("parseLimit(text)", () => {
  it("reads a number", () => expect(parseLimit(" 3.5 ")).toBe(3.5));
  it("takes a comma as the decimal point", () => expect(parseLimit("0,5")).toBe(0.5));
  it("reads nothing as no limit", () => expect(parseLimit("  ")).toBeNull());
  it("has no answer for what is no number", () =>
    expect(["abc", "1..2", "Infinity"].map(parseLimit)).toEqual([undefined, undefined, undefined]));
});
