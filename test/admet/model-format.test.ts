import {describe, expect, it} from "vitest";
import {ForestKernel} from "../../src/admet/forest-kernel.js";
import {LANES, LEAF, WORDS_PER_BIT, type Forest} from "../../src/admet/forest.js";
import {decodeForest, encodeForest, type RawForest} from "../../src/admet/model-format.js";
import {kernels} from "../kernels/compiled.js";

/** Two trees: bit 0 then bit 300 (0.5, -0.5, 1); a lone leaf (0.25). */
const raw: RawForest = {base: 1, step: 0.25, trees: 2, nodes: [0, 300, LEAF, LEAF, LEAF, LEAF], leaves: [2, -2, 4, 1]};

/** Four molecules in the first lanes and four in the last: no bit, bit 300, bit 0, both. */
const block = new Int32Array(400 * WORDS_PER_BIT);
for (const [bit, lanes] of [
  [0, 0b1100],
  [300, 0b1010]
] as const) {
  block[bit * WORDS_PER_BIT] = lanes;
  block[(bit + 1) * WORDS_PER_BIT - 1] = lanes << 28;
}

async function scoresOf(forest: Forest): Promise<number[]> {
  const kernel = await ForestKernel.open(kernels, [forest], block.length);
  kernel.load(block);
  return [...kernel.scores(0)];
}

describe("decodeForest(bytes, featureVersion, source)", () => {
  it("gives back what was encoded: each path ends in its own leaf", async () => {
    const scores = await scoresOf(decodeForest(encodeForest(raw, 1), 1, "test"));
    expect(scores.slice(0, 4)).toEqual([1.75, 0.75, 2.25, 2.25]);
    expect(scores.slice(-4)).toEqual([1.75, 0.75, 2.25, 2.25]);
    expect(scores.slice(4, -4)).toEqual(new Array(LANES - 8).fill(1.75));
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

describe("ForestKernel.open(module, forests, blockLength)", () => {
  const deep = {
    base: 0,
    nodes: Uint16Array.of(0, LEAF, 1, LEAF, 2, LEAF, 3, LEAF, LEAF),
    leaves: Float32Array.of(1, 2, 3, 4, 5)
  };

  it("asks trees that grow to either side", async () => {
    const left = {base: 0, nodes: Uint16Array.of(0, 1, 2, 3, LEAF, LEAF, LEAF, LEAF, LEAF), leaves: deep.leaves};
    const scores = await Promise.all([deep, left].map(scoresOf));
    expect(scores.map((some) => some.slice(0, 4))).toEqual([
      [1, 1, 2, 2],
      [1, 1, 5, 5]
    ]);
  });

  it("keeps forests apart", async () => {
    const kernel = await ForestKernel.open(kernels, [deep, {...deep, base: 100}], block.length);
    kernel.load(block);
    const apart = [kernel.scores(0), kernel.scores(1), kernel.scores(0)].map(([first]) => first);
    expect(apart).toEqual([1, 101, 1]);
  });

  it("refuses a forest that tests a bit that no block has", async () => {
    await expect(
      ForestKernel.open(kernels, [{...deep, nodes: Uint16Array.of(400, LEAF, LEAF)}], block.length)
    ).rejects.toThrow("invalid forest 0");
  });

  it("refuses a forest that is not there", async () => {
    const kernel = await ForestKernel.open(kernels, [], block.length);
    expect(() => kernel.scores(0)).toThrow("invalid forest: 0");
  });
});
