import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {
  describeStructure,
  makeVocabulary,
  releaseVocabulary,
  type Vocabulary
} from "../../src/chem/describe-structure.js";
import {type RDKit, withMolecule} from "../../src/chem/molecule.js";
import {RING_NAMES} from "../../src/chem/ring-names.js";

let rdkit: RDKit;
let vocabulary: Vocabulary;
beforeAll(async () => {
  rdkit = await loadRDKit();
  vocabulary = makeVocabulary(rdkit);
});
afterAll(() => {
  releaseVocabulary(vocabulary);
});

const describeSmiles = (smiles: string) =>
  withMolecule(rdkit, smiles, (molecule) => describeStructure(rdkit, vocabulary, molecule));

describe("describeStructure(rdkit, vocabulary, molecule)", () => {
  it("names formula, rings, groups and stereocentres", () => {
    expect(describeSmiles("C[C@@H]1CCN(C[C@@H]1N(C)c1ncnc2[nH]ccc12)C(=O)CC#N")).toMatchObject({
      formula: "C16H20N6O",
      rings: ["pyrrolo[2,3-d]pyrimidine", "piperidine"],
      groups: ["amide", "nitrile", "N-substituted aminoarene"],
      stereocentres: 2,
      openStereocentres: 0
    });
  });

  it("finds every ring system of its own table under its name", () => {
    const wrong = RING_NAMES.filter(([smiles, name]) => describeSmiles(smiles)?.rings[0] !== name);
    expect(wrong).toEqual([]);
  });

  it("has one name for one ring system", () => {
    const canonical = RING_NAMES.map(([smiles]) => withMolecule(rdkit, smiles, (molecule) => molecule.get_smiles()));
    expect(new Set(canonical).size).toBe(RING_NAMES.length);
  });

  it("finds a ring system whatever its nitrogens carry", () => {
    expect(describeSmiles("Cn1cnc2c1c(=O)n(C)c(=O)n2C")?.rings).toEqual(["xanthine"]);
  });

  it("gives sizes and heteroatoms of rings that have no name in the table", () => {
    expect(describeSmiles("C1CCC2(CC1)OCCS2")?.rings).toEqual(["5-6 ring system with 1 O, 1 S"]);
  });

  it("counts what occurs more than once", () => {
    expect(describeSmiles("N#CCC(c1ccccc1)(c1ccccc1)C#N")).toMatchObject({
      rings: ["2 × benzene"],
      groups: ["2 × nitrile"]
    });
  });

  it("says that a stereocentre is open", () => {
    expect(describeSmiles("CC(O)(F)CC")?.text).toContain("1 stereocentre, 1 of them open");
  });

  it("says of an empty molecule that it has no atoms", () => {
    expect(describeSmiles("")).toMatchObject({text: "no atoms", rings: [], groups: []});
  });
});
