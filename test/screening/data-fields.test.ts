import {describe, expect, it} from "vitest";
import {DataFields, MOST_DATA_FIELDS, recordData} from "../../src/screening/data-fields.js";

describe("new DataFields()", () => {
  it("gives each name one place, in the order in which they are met", () => {
    const fields = new DataFields();
    expect(["IC50", "Vendor", "IC50"].map((name) => fields.place(name))).toEqual([0, 1, 0]);
    expect(fields.names).toEqual(["IC50", "Vendor"]);
  });
  it("names a blank field", () => {
    const fields = new DataFields();
    fields.place("  ");
    expect(fields.names).toEqual(["unnamed"]);
  });
  it("numbers a name that a header has twice, and names a blank column by its place", () => {
    const fields = new DataFields();
    fields.placesOf(["IC50", "", "IC50"]);
    expect(fields.names).toEqual(["IC50", "column 2", "IC50 (2)"]);
  });
  it("keeps 500 fields and names some of those it refuses", () => {
    const fields = new DataFields();
    const places = Array.from({length: MOST_DATA_FIELDS + 1}, (_, i) => fields.place(`f${String(i)}`));
    expect(places.at(-1)).toBeNull();
    expect(fields.refused).toEqual([`f${String(MOST_DATA_FIELDS)}`]);
  });
});

describe("recordData(values)", () => {
  it("puts values at their places and fills up with missing ones", () => {
    expect(recordData([[2, "x"]])).toEqual([null, null, "x"]);
  });
  it("takes a blank for missing", () => expect(recordData([[0, "  "]])).toBeUndefined());
  it("leaves out what has no place", () => expect(recordData([[null, "x"]])).toBeUndefined());
  it("is nothing for no values", () => expect(recordData([])).toBeUndefined());
});
