import {describe, expect, it} from "vitest";
import {parentSmiles} from "../../src/admet/parent-smiles.js";

describe("parentSmiles(smiles)", () => {
  it("leaves a single neutral molecule as it was", () => {
    expect(parentSmiles("CC(=O)Oc1ccccc1C(=O)O")).toBe("CC(=O)Oc1ccccc1C(=O)O");
  });

  it("keeps the largest part of a salt", () => {
    expect(parentSmiles("Cl.CCN(CC)CC.O")).toBe("CCN(CC)CC");
  });

  it("neutralises the acid of a salt", () => {
    expect(parentSmiles("CC(=O)[O-].[Na+]")).toBe("CC(=O)O");
  });

  it("neutralises a protonated amine and an ammonium acid", () => {
    expect(parentSmiles("C[NH+](C)CC(=O)[O-]")).toBe("CN(C)CC(=O)O");
  });

  it("leaves nitro groups and quaternary nitrogens charged", () => {
    expect(parentSmiles("C[N+](C)(C)Cc1ccc([N+](=O)[O-])cc1")).toBe("C[N+](C)(C)Cc1ccc([N+](=O)[O-])cc1");
  });

  it("keeps the first of equal parts", () => {
    expect(parentSmiles("CCO.CCN")).toBe("CCO");
  });

  it("keeps an empty text empty", () => {
    expect(parentSmiles("")).toBe("");
  });
});
