import {describe, expect, it} from "vitest";
import {forestScores, LEAF} from "../../src/admet/forest.js";
import {decodeForest, encodeForest, type RawForest} from "../../src/admet/model-format.js";

/** Two trees: bit 0 then bit 300 (0.5, -0.5, 1); a lone leaf (0.25). */
const raw: RawForest = {base: 1, step: 0.25, trees: 2, nodes: [0, 300, LEAF, LEAF, LEAF, LEAF], leaves: [2, -2, 4, 1]};

/** Four molecules: no bit, bit 300, bit 0, both. */
const block = new Int32Array(400);
block[0] = 0b1100;
block[300] = 0b1010;

describe("decodeForest(bytes, featureVersion, source)", () => {
  it("gives back what was encoded: each path ends in its own leaf", () => {
    const forest = decodeForest(encodeForest(raw, 1), 1, "test");
    expect([...forestScores(forest, block).slice(0, 4)]).toEqual([1.75, 0.75, 2.25, 2.25]);
  });

  it("refuses bytes that are no model", () => {
    expect(() => decodeForest(new Uint8Array(64), 1, "test")).toThrow("not an ADMET model");
  });

  it("refuses an empty file", () => {
    expect(() => decodeForest(new Uint8Array(), 1, "test")).toThrow("0 bytes");
  });

  it("refuses a model cut short", () => {
    expect(() => decodeForest(encodeForest(raw, 1).slice(0, -1), 1, "test")).toThrow("invalid model test");
  });

  it("refuses a model made for other features", () => {
    expect(() => decodeForest(encodeForest(raw, 2), 1, "test")).toThrow("made for features 2");
  });

  it("refuses trees that do not close", () => {
    expect(() => decodeForest(encodeForest({...raw, trees: 3}, 1), 1, "test")).toThrow("broken trees");
  });
});
