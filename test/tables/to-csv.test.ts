import {describe, expect, it} from "vitest";
import {csvCell, toCsv} from "../../src/tables/to-csv.js";

describe("toCsv(names, rows)", () => {
  it("writes a header and a line per row", () => {
    expect(toCsv(["smiles", "mw_da"], [["CCO", 46.07]])).toBe("smiles,mw_da\r\nCCO,46.07\r\n");
  });
  it("writes the header alone when there is no row", () => expect(toCsv(["a"], [])).toBe("a\r\n"));
});

describe("csvCell(cell)", () => {
  it("quotes commas, quotes and line breaks", () => {
    expect(["a,b", 'a"b', "a\nb"].map(csvCell)).toEqual(['"a,b"', '"a""b"', '"a\nb"']);
  });
  it("keeps a text from being run as a formula", () => {
    expect(["=1+1", "@SUM(A1)", "+1", "-1", "\t=1"].map(csvCell)).toEqual([
      "'=1+1",
      "'@SUM(A1)",
      "'+1",
      "'-1",
      "'\t=1"
    ]);
  });
  it("leaves a negative number alone", () => expect(csvCell(-1.5)).toBe("-1.5"));
  it("writes a number without the noise of its last bits, and a whole one in full", () => {
    expect([376.3380000000001, 1 / 6, 1e-9, 2, 9007199254740991].map(csvCell)).toEqual([
      "376.338",
      "0.166666666667",
      "1e-9",
      "2",
      "9007199254740991"
    ]);
  });
  it("leaves missing empty", () => expect([csvCell(null), csvCell(NaN)]).toEqual(["", ""]));
});
