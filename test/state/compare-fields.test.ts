import {describe, expect, it} from "vitest";
import {compareFields, MOST_COMPARED, namesIn} from "../../src/state/compare-fields.js";

describe("namesIn(text)", () => {
  it("takes what stands between spaces, commas, semicolons and line ends", () => {
    expect(namesIn(" CHEMBL1, CHEMBL2;CC(=O)O\nc1ccccc1 ")).toEqual(["CHEMBL1", "CHEMBL2", "CC(=O)O", "c1ccccc1"]);
  });

  it("is empty for nothing", () => {
    expect([namesIn(""), namesIn(" , ;")]).toEqual([[], []]);
  });
});

describe("compareFields", () => {
  it("keeps each compound once, and no more than fit side by side", () => {
    const text = [...Array(9).keys()].map((n) => `CHEMBL${String(n % 8)}`).join(" ");
    expect(compareFields.c.parse(text)).toHaveLength(MOST_COMPARED);
    expect(compareFields.c.parse("C C N")).toEqual(["C", "N"]);
  });
});
