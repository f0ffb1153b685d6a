import {describe, expect, it} from "vitest";
import {edgesOfModels, joinIndexes} from "../../../loaders/admet/add-model.js";
import {NUMERIC_NAMES} from "../../../src/admet/features.js";
import {decodeIndex, encodeIndex, type RawIndex} from "../../../src/admet/index-format.js";

const old: RawIndex = {
  smiles: ["C", "CC"],
  fingerprints: [Uint16Array.of(1), Uint16Array.of(1, 1023)],
  measured: [
    {molecules: Uint32Array.of(0), values: Float32Array.of(1)},
    {molecules: Uint32Array.of(1), values: Float32Array.of(2)}
  ]
};
const added: RawIndex = {
  smiles: ["CCO"],
  fingerprints: [Uint16Array.of(7)],
  measured: [{molecules: Uint32Array.of(0), values: Float32Array.of(3)}]
};

describe("joinIndexes(index, kept, added)", () => {
  it("keeps the fingerprints and the chosen endpoints, and puts the new ones behind", () => {
    const joined = joinIndexes(decodeIndex(encodeIndex(old), "old"), [1], added);
    expect(joined).toEqual({
      smiles: ["C", "CC", "CCO"],
      fingerprints: [Uint16Array.of(1), Uint16Array.of(1, 1023), Uint16Array.of(7)],
      measured: [old.measured[1], {molecules: Uint32Array.of(2), values: Float32Array.of(3)}]
    });
  });
});

describe("edgesOfModels(folder)", () => {
  it("has cut points for every numeric feature", () => {
    expect(edgesOfModels()).toHaveLength(NUMERIC_NAMES.length);
  });
});
