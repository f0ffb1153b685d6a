import {describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {commonCore} from "../../src/chem/common-core.js";

const rdkit = await loadRDKit();

describe("commonCore(rdkit, smiles)", () => {
  it("gives what the first shares with the others, as a part of the first", () => {
    expect(commonCore(rdkit, ["Cc1ccc(C(=O)NC)cc1", "O=C(NCC)c1ccccc1Cl", "O=C(NC)c1ccccc1"])).toBe("CNC(=O)c1ccccc1");
  });

  it("needs only most of them to hold it", () => {
    expect(commonCore(rdkit, ["Cc1ccncc1", "CCc1ccncc1", "CC(C)c1ccncc1", "CCO"])).toBe("Cc1ccncc1");
  });

  it("takes what some of them share where most share nothing", () => {
    const smiles = ["CNc1ncnc2[nH]ccc12", "CCc1ncnc2[nH]ccc12", "CCO", "CCN", "CCC"];
    expect(commonCore(rdkit, smiles)).toBe("c1ncc2cc[nH]c2n1");
  });

  it("is null when they share nothing that can be told apart", () => {
    expect(commonCore(rdkit, ["CCO", "CCN"])).toBeNull();
  });

  it("is null for fewer than two that can be read", () => {
    expect(commonCore(rdkit, [])).toBeNull();
    expect(commonCore(rdkit, ["c1ccccc1C"])).toBeNull();
    expect(commonCore(rdkit, ["c1ccccc1C", "not a molecule"])).toBeNull();
  });
});
