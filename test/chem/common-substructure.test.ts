import {describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {commonSubstructure} from "../../src/chem/common-substructure.js";

const rdkit = await loadRDKit();

describe("commonSubstructure(rdkit, smiles, {seconds, share})", () => {
  it("is the largest part that all hold, counted, rings whole", () => {
    const found = commonSubstructure(rdkit, ["Cc1ccncc1", "Oc1ccncc1", "CCc1ccncc1"]);
    expect(found).toMatchObject({atoms: 6, bonds: 6, isPartial: false});
  });

  it("is what a share of them holds", () => {
    const smiles = ["Cc1ccncc1", "CCc1ccncc1", "CC(C)c1ccncc1", "CCO"];
    expect(commonSubstructure(rdkit, smiles, {seconds: 5, share: 0.6})?.atoms).toBe(7);
    expect(commonSubstructure(rdkit, smiles, {seconds: 5, share: 1})?.atoms).toBe(1);
  });

  it("leaves out what cannot be read", () => {
    expect(commonSubstructure(rdkit, ["c1ccncc1", "not one", "Cc1ccncc1"])?.atoms).toBe(6);
  });

  it("is null when nothing is shared, and for fewer than two that can be read", () => {
    expect(commonSubstructure(rdkit, ["FC(F)F", "NN"])).toBeNull();
    expect(commonSubstructure(rdkit, ["CCO", "not one"])).toBeNull();
    expect(commonSubstructure(rdkit, [])).toBeNull();
  });

  it("throws of a share that is none", () => {
    expect(() => commonSubstructure(rdkit, ["C", "CC"], {seconds: 5, share: 0})).toThrow("invalid share: 0");
  });
});
