import {describe, expect, it} from "vitest";
import {packTexts} from "../../src/tables/text-pack.js";
import {handRows, takeRows} from "../../src/workers/handed-rows.js";
import {numberedBlock} from "../search/row-blocks.js";

const pieces = [{rows: Uint32Array.of(0), blocks: [numberedBlock(0, 1)]}];

describe("takeRows(structures)", () => {
  it("gives those of a column once", () => {
    const column = packTexts(["C"]);
    handRows(column, pieces);
    expect(takeRows(column)).toBe(pieces);
    expect(takeRows(column)).toBeNull();
  });
  it("is null for a column that has none", () => {
    const column = packTexts(["C"]);
    handRows(column, null);
    expect(takeRows(column)).toBeNull();
  });
});
