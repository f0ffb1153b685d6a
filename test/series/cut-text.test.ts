import {describe, expect, it} from "vitest";
import {readCuts, writeCuts} from "../../src/series/cut-text.js";

describe("readCuts(writeCuts(cuts))", () => {
  it("are the cuts again, single and double", () => {
    const cuts = [
      {context: "c1ccc([*:1])cc1", variable: "C[*:1]", size: 1, bare: "c1ccccc1"},
      {context: "C[*:1].N[*:2]", variable: "O([*:1])[*:2]", size: 1, bare: null}
    ];
    expect(readCuts(writeCuts(cuts))).toEqual(cuts);
  });

  it("of a molecule without cuts is an empty text", () => {
    expect(writeCuts([])).toBe("");
    expect(readCuts("")).toEqual([]);
  });
});
