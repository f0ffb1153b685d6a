import {describe, expect, it} from "vitest";
import {formatRanges, parseRanges, type Ranges} from "../../src/state/range-text.js";

const ranges: Ranges = new Map([
  ["mw_da", {min: 200, max: 500.5, keepMissing: false}],
  ["clogp", {min: null, max: -3, keepMissing: true}],
  ["qed", {min: 1e-7, max: null, keepMissing: false}]
]);

describe("formatRanges(ranges)", () => {
  it("writes what a reader can read", () => {
    expect(formatRanges(ranges)).toBe("mw_da:200..500.5,clogp:..-3~,qed:1e-7..");
  });
  it("is empty without ranges", () => expect(formatRanges(new Map())).toBe(""));
});

describe("parseRanges(text)", () => {
  it("reads what formatRanges writes, in its order", () => {
    expect([...(parseRanges(formatRanges(ranges)) ?? [])]).toEqual([...ranges]);
  });
  it("reads the empty text as no range", () => expect(parseRanges("")).toEqual(new Map()));
  it("has no answer for text that is no range", () => {
    for (const text of ["mw_da", "mw_da:1", "mw_da:a..b", ":1..2", "mw_da:1..2,", "mw_da:1..2..3"])
      expect(parseRanges(text)).toBeNull();
  });
});
