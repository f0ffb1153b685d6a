import {describe, expect, it} from "vitest";
import {rowMask, rowsOfMask} from "../../src/search/row-mask.js";

describe("rowMask(rows, rowCount)", () => {
  it("sets bit r % 8 of byte r / 8", () => expect([...rowMask([0, 9], 10).subarray(0, 2)]).toEqual([1, 2]));
  it("has whole blocks of 128 rows", () => expect(rowMask([], 129)).toHaveLength(32));
  it("is empty for no rows", () => expect(rowMask([], 0)).toHaveLength(0));
});

describe("rowsOfMask(mask)", () => {
  it("gives back the rows of a mask, ascending", () =>
    expect([...rowsOfMask(rowMask([129, 0, 9, 7], 130))]).toEqual([0, 7, 9, 129]));
  it("is empty for an empty mask", () => expect(rowsOfMask(new Uint8Array(16))).toHaveLength(0));
});
