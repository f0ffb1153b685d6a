import {describe, expect, it} from "vitest";
import {rangeWords} from "../../src/filters/range-words.js";

const mw = {label: "MW", unit: "Da"};

describe("rangeWords(column, range)", () => {
  it("names both limits", () => {
    expect(rangeWords(mw, {min: 200, max: 500, keepMissing: false})).toBe("MW 200 to 500 Da");
  });
  it("names one limit", () => {
    expect(rangeWords(mw, {min: 200, max: null, keepMissing: false})).toBe("MW at least 200 Da");
    expect(rangeWords({label: "QED", unit: ""}, {min: null, max: 0.5, keepMissing: false})).toBe("QED at most 0.5");
  });
  it("names a single value once", () => {
    expect(rangeWords({label: "Rings", unit: ""}, {min: 3, max: 3, keepMissing: false})).toBe("Rings 3");
  });
  it("says when missing values stay", () => {
    expect(rangeWords(mw, {min: null, max: 500, keepMissing: true})).toBe("MW at most 500 Da or missing");
  });
  it("says that only known values pass when no limit is set", () => {
    expect(rangeWords(mw, {min: null, max: null, keepMissing: false})).toBe("MW known");
  });
});
