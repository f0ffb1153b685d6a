import {describe, expect, it} from "vitest";
import {allTexts, buffersOfTexts, eachText, findText, textAt, textStart} from "../../src/tables/packed-texts.js";
import {packTexts} from "../../src/tables/text-pack.js";

/** What columns hold, and what they should not. */
const ODD = [
  "a",
  "",
  null,
  "é",
  "漢字",
  "😀",
  "\ufeffx",
  "",
  null,
  "c1ccccc1",
  "a\0b",
  "ÿ",
  "\n",
  "x".repeat(9000),
  "z"
];

describe("textAt(texts, row)", () => {
  it("gives every text as it was, other scripts, marks of byte order and zeros too; missing stays missing", () => {
    const texts = packTexts(ODD);
    expect(ODD.map((_, row) => textAt(texts, row))).toEqual(ODD);
  });
  it("tells the empty from the missing", () => {
    const texts = packTexts(["", null]);
    expect([textAt(texts, 0), textAt(texts, 1)]).toEqual(["", null]);
  });
  it.each([-1, 1, NaN])("is null for a row that is not there: %d", (row) => {
    expect(textAt(packTexts(["a"]), row)).toBeNull();
  });
  it("gives the replacement character for half of a pair, which no file can hold", () => {
    expect(textAt(packTexts(["a\ud800b"]), 0)).toBe("a\ufffdb");
  });
});

describe("allTexts(texts)", () => {
  it("is what went in, whatever stands next to what", () => expect(allTexts(packTexts(ODD))).toEqual(ODD));
  it("is the same in blocks of plain letters with missing texts", () => {
    const list = Array.from({length: 5000}, (_, row) => (row % 3 === 0 ? null : `E${String(row)}`));
    expect(allTexts(packTexts(list))).toEqual(list);
  });
  it("is empty of none", () => expect(allTexts(packTexts([]))).toEqual([]));
  it("is empty texts where all are empty", () => expect(allTexts(packTexts(["", "", ""]))).toEqual(["", "", ""]));
});

describe("eachText(texts, take)", () => {
  it("tells the row of each", () => {
    const rows: number[] = [];
    eachText(packTexts(ODD), (_, row) => rows.push(row));
    expect(rows).toEqual([...ODD.keys()]);
  });
});

describe("findText(texts, text)", () => {
  it.each([
    ["a", 0],
    ["", 1],
    ["漢字", 4],
    ["c1ccccc", -1],
    ["z", 14],
    ["no", -1]
  ])("of %o is row %d", (text, row) => expect(findText(packTexts(ODD), text)).toBe(row));
  it("never finds what is missing", () => expect(findText(packTexts([null]), "\ufffd")).toBe(-1));
});

describe("textStart(texts, row)", () => {
  it("is the end of the row before, 0 for the first, and the end of all beyond the last", () => {
    const texts = packTexts(["ab", "c"]);
    expect([0, 1, 2, 9].map((row) => textStart(texts, row))).toEqual([0, 2, 3, 3]);
  });
});

describe("buffersOfTexts(texts)", () => {
  it("hands texts over whole", () => {
    const texts = packTexts(ODD);
    const sent = structuredClone(texts, {transfer: buffersOfTexts(texts)});
    expect(allTexts(sent)).toEqual(ODD);
    expect(texts.bytes.length).toBe(0);
  });
});
