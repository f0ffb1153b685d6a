import {describe, expect, it} from "vitest";
import {cellsOf, codeTexts, hashBytes, isSame} from "../../src/tables/coded-cells.js";
import {packTexts} from "../../src/tables/text-pack.js";

const different = (count: number): string[] => Array.from({length: count}, (_, row) => `w${String(row)}`);

describe("codeTexts(texts)", () => {
  it("keeps each word once, and tells the empty from the missing", () => {
    const coded = codeTexts(packTexts(["b", null, "", "b", "é"]));
    expect(coded?.words).toEqual(["b", "", "é"]);
    expect(coded && cellsOf(coded)).toEqual(["b", null, "", "b", "é"]);
  });
  it("takes 255 words with missing ones, and is null for one more", () => {
    const most = [...different(255), null];
    const coded = codeTexts(packTexts(most));
    expect(coded && cellsOf(coded)).toEqual(most);
    expect(codeTexts(packTexts(different(256)))).toBeNull();
  });
  it("has no words for no rows, and for missing ones only", () => {
    expect(codeTexts(packTexts([]))).toEqual({codes: new Uint8Array(), words: []});
    expect(codeTexts(packTexts([null]))?.words).toEqual([]);
  });
});

describe("hashBytes(bytes, start, end)", () => {
  it("is FNV-1a in 32 bits", () => {
    expect(hashBytes(new TextEncoder().encode("xfoobarx"), 1, 7)).toBe(0xbf9cf968);
    expect(hashBytes(new Uint8Array(), 0, 0)).toBe(0x811c9dc5);
  });
});

describe("isSame(texts, row, start, end)", () => {
  it("compares the text of a row with bytes of the same block", () => {
    const texts = packTexts(["ab", "ab", "ac", "a"]);
    expect([0, 2, 3].map((row) => isSame(texts, row, 2, 4))).toEqual([true, false, false]);
  });
});
