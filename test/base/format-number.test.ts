import {describe, expect, it} from "vitest";
import {countOf, formatCount, formatNumber, formatYear} from "../../src/base/format-number.js";

describe("formatNumber(value)", () => {
  it("keeps whole numbers in full", () => expect(formatNumber(16027)).toBe("16,027"));
  it("gives others three significant digits", () => {
    expect([312.3456, 0.12345, 3.14159, -2.345].map(formatNumber)).toEqual(["312", "0.123", "3.14", "-2.35"]);
  });
  it("rounds large numbers to whole ones", () => expect(formatNumber(12345.6)).toBe("12,346"));
  it("writes tiny numbers as powers of ten", () => expect(formatNumber(0.0000123)).toBe("1.2e-5"));
  it("writes zero as 0", () => expect(formatNumber(0)).toBe("0"));
  it("writes a dash for what is no number", () => {
    expect([NaN, Infinity, -Infinity].map(formatNumber)).toEqual(["—", "—", "—"]);
  });
});

describe("formatCount(count)", () => {
  it("separates thousands", () => expect(formatCount(1000000)).toBe("1,000,000"));
});

describe("countOf(count, noun)", () => {
  it("puts the noun in the plural but for one", () => {
    expect([0, 1, 2000].map((count) => countOf(count, "compound"))).toEqual([
      "0 compounds",
      "1 compound",
      "2,000 compounds"
    ]);
  });
});

describe("formatYear(year)", () => {
  it("has no mark between thousands", () => {
    expect(formatYear(1976)).toBe("1976");
  });
});
