import {describe, expect, it} from "vitest";
import {packTexts} from "../../src/tables/text-pack.js";
import {emptyAnswer} from "../../src/workers/empty-work.js";

describe("emptyAnswer(job, ask)", () => {
  it("has no cluster, choice or cliff of a set without fingerprints", () => {
    const fingerprints = [null, null];
    const limits = {similarity: 0.7, difference: 1};
    expect(emptyAnswer("clusters", {fingerprints, threshold: 0.6})).toEqual({answer: []});
    expect(emptyAnswer("diverse", {fingerprints: new Uint8Array(512), count: 5})).toEqual({answer: []});
    expect(emptyAnswer("cliffs", {fingerprints, activities: new Float64Array(2), limits})).toEqual({answer: []});
  });

  it("lays nothing out of nothing, and finds no core in it", () => {
    expect(emptyAnswer("map", {fingerprints: new Uint8Array(), seed: 1, kind: "umap"})?.answer.x).toHaveLength(0);
    expect(emptyAnswer("rGroups", {smiles: [], core: "c1ccccc1"})?.answer.rows).toEqual([]);
    expect(emptyAnswer("core", {smiles: [], share: 1})).toEqual({answer: null});
    expect(emptyAnswer("assemble", {core: "c1ccccc1", parts: []})).toEqual({answer: []});
  });

  it("makes no fingerprint of no structure", () => {
    const smiles = packTexts([]);
    expect(emptyAnswer("fingerprintRows", {smiles})?.answer).toHaveLength(0);
  });

  it("pairs nothing with fewer than two compounds", () => {
    expect(emptyAnswer("pairs", {smiles: ["CC"], cuts: [""]})?.answer.a).toHaveLength(0);
  });

  it("fits nothing where no value is known", () => {
    const table = {core: "c1ccccc1", positions: ["R1"], rows: [{row: 0, parts: {R1: "C[*:1]"}}], unmatched: []};
    expect(emptyAnswer("additivity", {table, values: Float64Array.of(NaN)})).toEqual({answer: null});
  });

  it("leaves everything else to a worker", () => {
    expect(emptyAnswer("clusters", {fingerprints: [new Uint8Array(256)], threshold: 0.6})).toBeUndefined();
    expect(emptyAnswer("apply", {smiles: "", from: "", to: ""})).toBeUndefined();
  });
});
