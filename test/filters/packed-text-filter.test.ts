import {describe, expect, it} from "vitest";
import {textTest} from "../../src/filters/filter-mask.js";
import {takePacked} from "../../src/filters/packed-text-filter.js";
import {packTexts} from "../../src/tables/text-pack.js";

const TEXTS = [
  ...["", null, "abc", "ABC", "xabcx", "ab", "abd", "Kelvin", "\u212aelvin", "éabc", "abcé", "ÉABC"],
  ...["漢abc字", "İabc", "aab", "aaab", "a\u0130b", "\ufffd", "ÿ", "[C@@H](N)", "c1ccccc1", null]
];
const ASKED = [
  "",
  "a",
  "abc",
  "ABC",
  "aab",
  "kelvin",
  "k",
  "c1cc",
  "[c@@",
  "i",
  "zzz",
  "abcabc",
  "é",
  "漢a",
  "İ",
  "\u212a",
  "\ufffd"
];

describe.each(["contains", "equals", "starts"] as const)("takePacked(texts, filter) that %s", (how) => {
  it.each(ASKED)("takes the rows that the filter takes of strings: %o", (text) => {
    for (const keepMissing of [true, false]) {
      const filter = {how, text, keepMissing};
      const passes = textTest({kind: "text", column: "x", ...filter});
      const taken: number[] = [];
      takePacked(packTexts(TEXTS), filter, passes, (row) => taken.push(row));
      expect(taken).toEqual([...TEXTS.keys()].filter((row) => passes(TEXTS[row] ?? null)));
    }
  });
});

describe("takePacked(texts, filter) over many blocks", () => {
  it("finds every row, and nothing that runs from one text into the next", () => {
    const many = Array.from({length: 20_000}, (_, row) => (row % 7 === 0 ? null : `${String(row)}ab`));
    const passes = textTest({kind: "text", column: "x", how: "contains", text: "9AB", keepMissing: false});
    const taken: number[] = [];
    takePacked(packTexts(many), {how: "contains", text: "9AB", keepMissing: false}, passes, (row) => taken.push(row));
    expect(taken).toEqual([...many.keys()].filter((row) => many[row]?.includes("9ab")));
    takePacked(
      packTexts(["a", null]),
      {how: "contains", text: "\ufffd", keepMissing: false},
      (text) => text !== null,
      () => expect.fail()
    );
    takePacked(packTexts(["ab", "cd"]), {how: "contains", text: "bc", keepMissing: false}, passes, () => expect.fail());
  });
});
