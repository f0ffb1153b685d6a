import {describe, expect, it} from "vitest";
import {markedStructure} from "../../src/components/marked-structure.js";

describe("markedStructure(query)", () => {
  it("reads a text that can be SMILES as a molecule, and conditions as a pattern", () => {
    expect(markedStructure("c1ccc2[nH]ccc2c1").highlights).toEqual([
      {kind: "match", query: "c1ccc2[nH]ccc2c1", isPattern: false}
    ]);
    expect(markedStructure("[N,O]C").highlights).toEqual([{kind: "match", query: "[N,O]C", isPattern: true}]);
  });
  it("marks nothing while nothing is searched for", () => {
    expect(markedStructure(null)).toEqual({alignTo: null, highlights: []});
  });
});
