import {describe, expect, it} from "vitest";
import {decodeIndex, encodeIndex} from "../../src/admet/index-format.js";
import {nearestNeighbours, nearestSimilarities, similarities} from "../../src/admet/training-index.js";

const index = decodeIndex(
  encodeIndex({
    smiles: ["C", "CC", "CCO"],
    fingerprints: [Uint16Array.of(1, 2), Uint16Array.of(2, 3, 1023), Uint16Array.of(2, 3)],
    measured: [
      {molecules: Uint32Array.of(0, 2), values: Float32Array.of(1.5, -2)},
      {molecules: Uint32Array.of(1), values: Float32Array.of(7)}
    ]
  }),
  "test"
);

describe("similarities(index, fingerprint)", () => {
  it("is the Tanimoto coefficient to each molecule", () => {
    expect([...similarities(index, Uint16Array.of(2, 3))]).toEqual([1 / 3, 2 / 3, 1].map(Math.fround));
  });

  it("is 0 for an empty fingerprint", () => {
    expect([...similarities(index, new Uint16Array())]).toEqual([0, 0, 0]);
  });
});

describe("nearestSimilarities(index, similarity, from)", () => {
  it("is the largest similarity of each endpoint", () => {
    expect([...nearestSimilarities(index, Float32Array.of(0.5, 0.75, 1), 0.25)]).toEqual([1, 0.75]);
  });

  it("is 0 where none reaches the limit", () => {
    expect([...nearestSimilarities(index, Float32Array.of(0.5, 0.25, 0), 0.5)]).toEqual([0.5, 0]);
  });
});

describe("nearestNeighbours(index, similarity, endpoint)", () => {
  it("gives measured molecules, nearest first", () => {
    expect(nearestNeighbours(index, Float32Array.of(0.5, 1, 0.75), 0)).toEqual([
      {smiles: "CCO", similarity: 0.75, value: -2},
      {smiles: "C", similarity: 0.5, value: 1.5}
    ]);
  });

  it("throws for an unknown endpoint", () => {
    expect(() => nearestNeighbours(index, new Float32Array(3), 9)).toThrow("invalid endpoint: 9");
  });
});

describe("decodeIndex(bytes, source)", () => {
  it("refuses bytes that are something else", () => {
    expect(() => decodeIndex(new Uint8Array(40), "test")).toThrow("invalid container test");
  });
});
