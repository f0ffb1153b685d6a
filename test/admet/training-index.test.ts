import {describe, expect, it} from "vitest";
import {decodeIndex, encodeIndex} from "../../src/admet/index-format.js";
import {
  FINGERPRINT_BYTES,
  nearestNeighbours,
  nearestSimilarities,
  similarities
} from "../../src/admet/training-index.js";
import {rowsOf} from "../../src/admet/training-rows.js";
import {FingerprintIndex} from "../../src/kernels/fingerprint-index.js";
import {kernels} from "../kernels/compiled.js";
import {engine, trainingIndex} from "./read-models.js";

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

const fingerprints = await FingerprintIndex.build(kernels, [rowsOf(index)], FINGERPRINT_BYTES);

describe("similarities(index, fingerprint)", () => {
  it("is the Tanimoto coefficient to each molecule", () => {
    expect([...similarities(index, Uint16Array.of(2, 3))]).toEqual([1 / 3, 2 / 3, 1].map(Math.fround));
  });

  it("is 0 for an empty fingerprint", () => {
    expect([...similarities(index, new Uint16Array())]).toEqual([0, 0, 0]);
  });
});

describe("nearestSimilarities(index, fingerprints, fingerprint, from)", () => {
  it("is the largest similarity of each endpoint", () => {
    expect([...nearestSimilarities(index, fingerprints, Uint16Array.of(2, 3), 0.25)]).toEqual([1, 2 / 3]);
  });

  it("is 0 where none reaches the limit", () => {
    expect([...nearestSimilarities(index, fingerprints, Uint16Array.of(2, 3), 0.7)]).toEqual([1, 0]);
  });

  it("is 0 for an empty fingerprint", () => {
    expect([...nearestSimilarities(index, fingerprints, new Uint16Array(), 0.3)]).toEqual([0, 0]);
  });

  it("agrees with the similarities to all training molecules", () => {
    const rows = rowsOf(trainingIndex);
    for (const molecule of [0, 500, 1000, 20_000]) {
      const bits = Array.from({length: 1024}, (_, bit) => bit).filter(
        (bit) => ((rows[molecule * FINGERPRINT_BYTES + (bit >> 3)]! >> (bit & 7)) & 1) === 1
      );
      const query = Uint16Array.from(bits.slice(0, -3));
      const all = similarities(trainingIndex, query);
      const largest = trainingIndex.measured.map(({molecules}) =>
        molecules.reduce((most, other) => Math.max(most, all[other]!), 0)
      );
      const expected = largest.map((value) => (value >= 0.3 ? value : 0));
      expect([...nearestSimilarities(trainingIndex, engine.fingerprints, query, 0.3)].map(Math.fround)).toEqual(
        expected
      );
    }
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
