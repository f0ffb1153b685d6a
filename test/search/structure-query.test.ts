import {describe, expect, it} from "vitest";
import {queryKind, structureQuery} from "../../src/search/structure-query.js";

describe("queryKind(text)", () => {
  it.each([
    ["c1ccncc1", "SMILES"],
    ["C1=CC=CC=C1", "SMILES"],
    ["c1cc[nH]c1", "SMILES"],
    ["C[C@@H](N)C(=O)[O-]", "SMILES"],
    ["[13CH3]", "SMILES"],
    ["*c1ccccc1", "SMARTS"],
    ["[#6]-[#7]", "SMARTS"],
    ["[C,N]", "SMARTS"],
    ["[$(C=O)]", "SMARTS"],
    ["C~N", "SMARTS"],
    ["[CX4]", "SMARTS"],
    ["[N;H2]", "SMARTS"],
    ["[R1]", "SMARTS"],
    ["\n  x\n\n  0  0", "molblock"]
  ])("takes %j for %s", (text, kind) => expect(queryKind(text)).toBe(kind));
});

describe("structureQuery(given)", () => {
  it("asks for a Tanimoto of at least 0.5 and all hits unless told", () => {
    expect(structureQuery({structure: "C", mode: "similar"})).toMatchObject({
      metric: "tanimoto",
      threshold: 0.5,
      most: null
    });
  });
});
