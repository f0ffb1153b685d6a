import {describe, expect, it} from "vitest";
import {csvLine} from "../../src/screening/csv-line.js";

describe("csvLine(values)", () => {
  it("joins values with commas and ends with a line break", () => {
    expect(csvLine(["a", 1.5, true])).toBe("a,1.5,true\n");
  });

  it("writes missing as an empty cell", () => {
    expect(csvLine([null, 0])).toBe(",0\n");
  });

  it("quotes commas, quotes and line breaks", () => {
    expect(csvLine(['a,"b"\nc'])).toBe('"a,""b""\nc"\n');
  });

  it.each(["=1+1", "+1", "-1", "@sum", "\tx"])("keeps a spreadsheet from running %j", (text) => {
    expect(csvLine([text])).toMatch(/^"?'/);
  });

  it("leaves negative numbers alone", () => {
    expect(csvLine([-1.5])).toBe("-1.5\n");
  });
});
