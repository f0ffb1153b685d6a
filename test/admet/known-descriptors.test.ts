import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {DESCRIPTOR_NAMES, packDescriptors, unpackDescriptors} from "../../src/admet/known-descriptors.js";
import {predictAdmet} from "../../src/admet/predict.js";
import {descriptors} from "../../src/chem/descriptors.js";
import {withMolecule, type RDKit} from "../../src/chem/molecule.js";
import {engine, trainingIndex} from "./read-models.js";

const columns = DESCRIPTOR_NAMES.map((_, place) => Float64Array.of(place, 100 + place, 200 + place));
let rdkit: RDKit;
beforeAll(async () => {
  rdkit = await loadRDKit();
});

describe("packDescriptors(columns, from, to)", () => {
  it("gives back each row by its name", () => {
    const packed = packDescriptors(columns, 1, 3);
    expect(unpackDescriptors(packed, 0)).toEqual(
      Object.fromEntries(DESCRIPTOR_NAMES.map((name, i) => [name, 100 + i]))
    );
    expect(unpackDescriptors(packed, 1)?.[DESCRIPTOR_NAMES[3]!]).toBe(203);
  });

  it("knows nothing of a row that is not there", () => {
    expect(unpackDescriptors(packDescriptors(columns, 0, 1), 1)).toBeUndefined();
    expect(unpackDescriptors(packDescriptors(columns, 2, 4), 1)).toBeUndefined();
  });

  it("knows nothing of a row with a missing value, never zero", () => {
    const holed = columns.map((values, place) => (place === 5 ? Float64Array.of(NaN, 1, 1) : values));
    expect(unpackDescriptors(packDescriptors(holed, 0, 3), 0)).toBeUndefined();
    expect(unpackDescriptors(packDescriptors(holed, 0, 3), 1)).toBeDefined();
  });
});

describe("predictAdmet(rdkit, engine, inputs) with known descriptors", () => {
  it("answers as without them", () => {
    const some = trainingIndex.smiles.filter((_, place) => place % 500 === 0);
    const known = some.flatMap((smiles) => {
      const described = withMolecule(rdkit, smiles, (mol) => descriptors(mol));
      return described === null ? [] : [{smiles, descriptors: described}];
    });
    expect(known.length).toBeGreaterThan(50);
    expect(predictAdmet(rdkit, engine, known)).toEqual(
      predictAdmet(
        rdkit,
        engine,
        known.map(({smiles}) => ({smiles}))
      )
    );
  });
});
