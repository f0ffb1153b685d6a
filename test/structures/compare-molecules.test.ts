import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {describeStructure, makeVocabulary, type StructureDescription} from "../../src/chem/describe-structure.js";
import {type RDKit, withMolecule} from "../../src/chem/molecule.js";
import {differenceWords, ownPart} from "../../src/structures/compare-molecules.js";

let rdkit: RDKit;
let words: (smiles: string) => StructureDescription;
beforeAll(async () => {
  rdkit = await loadRDKit();
  const vocabulary = makeVocabulary(rdkit);
  words = (smiles) => {
    const found = withMolecule(rdkit, smiles, (molecule) => describeStructure(rdkit, vocabulary, molecule));
    if (!found) throw new Error(smiles);
    return found;
  };
});

describe("ownPart(rdkit, smiles, core)", () => {
  it("is what lies outside the core, with the bond that joins it", () => {
    expect(ownPart(rdkit, "Clc1ccccc1", "c1ccccc1")).toEqual({atoms: [0], bonds: [0]});
  });

  it("is all of it without a core, or where the core does not occur", () => {
    expect(ownPart(rdkit, "CO", null)).toEqual({atoms: [0, 1], bonds: [0]});
    expect(ownPart(rdkit, "CO", "c1ccccc1").atoms).toEqual([0, 1]);
  });

  it("of what cannot be read is nothing", () => {
    expect(ownPart(rdkit, "not one", null)).toEqual({atoms: [], bonds: []});
  });
});

describe("differenceWords(own, reference)", () => {
  it("says what a structure has and lacks", () => {
    const text = differenceWords(words("N#Cc1ccccc1"), words("c1ccncc1"));
    expect(text).toContain("C7H5N instead of C5H5N");
    expect(text).toContain("nitrile");
    expect(text).toContain("lacks pyridine");
  });

  it("of the same structure is empty", () => {
    expect(differenceWords(words("CCO"), words("OCC"))).toBe("");
  });
});
