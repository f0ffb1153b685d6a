import {describe, expect, it} from "vitest";
import {readInput} from "../../loaders/inputs.js";
import {makeBoardForTest} from "./board.js";
import {readTargetVocabulary} from "../../loaders/target-vocabulary.js";
import {associationScores, ranksOf} from "../../src/scoring/association-scores.js";
import {HARMONIC_LIMIT, harmonicSum} from "../../src/scoring/harmonic-sum.js";
import {rankIntervals} from "../../src/scoring/rank-intervals.js";
import {targetEvidence, targets} from "../../src/tables/targets.js";

describe("harmonicSum(scores)", () => {
  it("of one score of 1 is 0.6079", () => {
    expect(harmonicSum([1])).toBeCloseTo(0.6079, 4);
  });

  it("does not depend on the order", () => {
    expect(harmonicSum([0.2, 0.9, 0.5])).toBe(harmonicSum([0.9, 0.5, 0.2]));
  });

  it("of nothing is 0", () => {
    expect(harmonicSum([])).toBe(0);
  });

  it("uses the platform's limit", () => {
    expect(HARMONIC_LIMIT).toBeCloseTo(1.6449240669, 9);
  });
});

describe("associationScores(count, scores, options)", () => {
  it("equals the platform's overall score for every target of the embedded table", async () => {
    const {datasources} = await readTargetVocabulary();
    const weights = Object.fromEntries(datasources.map(({id, weight}) => [id, weight]));
    const rows = await readInput(targets);
    const board = makeBoardForTest(rows, await readInput(targetEvidence));
    const ours = associationScores(rows.length, board, {weights});
    const errors = rows.map(({platform_score}, i) => Math.abs((platform_score ?? NaN) - (ours[i] ?? NaN)));
    expect(rows.length).toBeGreaterThan(1000);
    expect(Math.max(...errors)).toBeLessThan(1e-6);
  });

  it("is NaN, not zero, for a target without evidence", () => {
    expect([...associationScores(2, {a: [0.5, null]}, {weights: {}})][1]).toBeNaN();
  });

  it("is NaN when all evidence has weight zero", () => {
    expect([...associationScores(1, {a: [0.5]}, {weights: {a: 0}})][0]).toBeNaN();
  });

  it("is NaN without a required source", () => {
    const scores = {a: [0.5, 0.5], b: [0.1, null]};
    expect([...associationScores(2, scores, {weights: {}, required: ["b"]})][1]).toBeNaN();
    expect([...associationScores(2, scores, {weights: {}, required: ["b"]})][0]).toBeGreaterThan(0);
  });

  it("of no targets is empty", () => {
    expect(associationScores(0, {}, {weights: {}})).toHaveLength(0);
  });
});

describe("ranksOf(scores)", () => {
  it("ranks the highest first, shares ranks, and leaves NaN without one", () => {
    expect([...ranksOf(Float64Array.of(0.1, NaN, 0.9, 0.9))]).toEqual([3, NaN, 1, 1]);
  });
});

describe("rankIntervals(count, scores, options, doubt)", () => {
  const scores = {a: [0.9, 0.1, 0.5], b: [0.1, 0.9, 0.5], c: [0.01, null, 0.9]};

  it("repeats itself for the same seed", () => {
    const first = rankIntervals(3, scores, {weights: {}});
    expect(first).toEqual(rankIntervals(3, scores, {weights: {}}));
  });

  it("is a point where one source decides", () => {
    const {low, high} = rankIntervals(3, {a: [0.9, 0.1, 0.5]}, {weights: {}});
    expect([...low]).toEqual([1, 3, 2]);
    expect([...high]).toEqual([1, 3, 2]);
  });

  it("spans the ranks that the weights leave open", () => {
    const {low, high} = rankIntervals(3, scores, {weights: {}});
    expect((high[0] ?? 0) - (low[0] ?? 0)).toBeGreaterThan(0);
  });
});
