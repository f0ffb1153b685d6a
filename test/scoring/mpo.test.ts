import {readFile} from "node:fs/promises";
import {describe, expect, it} from "vitest";
import {desirability} from "../../src/scoring/desirability.js";
import {highestMpo, type MpoProfile, mpoScores, mpoScoresInSlices, parseMpoProfile} from "../../src/scoring/mpo.js";

const profiles = (JSON.parse(await readFile("data/curated/mpo-profiles.json", "utf8")) as unknown[]).map(
  parseMpoProfile
);
const cns = profiles.find(({id}) => id === "cns_mpo")!;

const small: MpoProfile = {
  ...{id: "own", name: "Own", about: "", citation: "", doi: null, combine: "mean", missing: "leave_out"},
  criteria: [
    {column: "a", label: "A", weight: 1, curve: {points: [[0, 0], [10, 1]]}}, // prettier-ignore
    {column: "b", label: "B", weight: 3, curve: {points: [[0, 1], [10, 0]]}} // prettier-ignore
  ]
};
const scoresOf = (profile: MpoProfile, columns: Readonly<Record<string, number[]>>) =>
  mpoScores(
    profile,
    (name) => (columns[name] ? Float64Array.from(columns[name]) : null),
    Object.values(columns)[0]?.length ?? 0
  );

describe("mpoScores(profile, column, rowCount)", () => {
  it("is the sum of six terms for CNS MPO, at the corners of the paper's Table", () => {
    const inside = {clogp: [3], admet_logd: [2], mw_da: [360], tpsa_a2: [40], n_lipinski_hbd: [0], own_pka_basic: [8]};
    const outside = {
      clogp: [5],
      admet_logd: [4],
      mw_da: [500],
      tpsa_a2: [120],
      n_lipinski_hbd: [4],
      own_pka_basic: [10]
    };
    const middle = {clogp: [4], admet_logd: [3], mw_da: [430], tpsa_a2: [30], n_lipinski_hbd: [2], own_pka_basic: [9]};
    expect(scoresOf(cns, inside).score[0]).toBe(6);
    expect(scoresOf(cns, outside).score[0]).toBe(0);
    expect(scoresOf(cns, middle).score[0]).toBeCloseTo(3, 12);
  });
  it("weights the criteria", () => {
    expect([...scoresOf(small, {a: [10, 0], b: [10, 0]}).score]).toEqual([0.25, 0.75]);
  });
  it("judges as desirability does, values between corners, on them and beyond", () => {
    const values = [-5, 0, 3.3, 10, 20];
    const one: MpoProfile = {...small, criteria: small.criteria.slice(0, 1)};
    const expected = values.map((value) => desirability(one.criteria[0]!.curve, value));
    expect([...scoresOf(one, {a: values}).score]).toEqual(expected);
  });
  it("leaves a missing value out and says how much is known", () => {
    const {score, known} = scoresOf(small, {a: [10, NaN], b: [NaN, NaN]});
    expect(score[0]).toBe(1);
    expect(score[1]).toBeNaN();
    expect([...known]).toEqual([0.25, 0]);
  });
  it("takes a column that is not there as missing in every row", () => {
    expect(scoresOf(small, {a: [5]}).known[0]).toBe(0.25);
  });
  it("bounds the score from below and above where values are missing", () => {
    const columns = {a: [10], b: [NaN]};
    expect(scoresOf({...small, missing: "worst"}, columns).score[0]).toBe(0.25);
    expect(scoresOf({...small, missing: "best"}, columns).score[0]).toBe(1);
  });
  it("gives no score where a value is missing and the policy says so", () => {
    const {score} = scoresOf({...small, missing: "no_score"}, {a: [10, 10], b: [NaN, 0]});
    expect(score[0]).toBeNaN();
    expect(score[1]).toBe(1);
  });
  it("is the weighted geometric mean, which one worthless property makes 0", () => {
    const geometric: MpoProfile = {...small, combine: "geometric"};
    const {score} = scoresOf(geometric, {a: [5, 0, 10], b: [5, 0, NaN]});
    expect(score[0]).toBeCloseTo(0.5, 12);
    expect(score[1]).toBe(0);
    expect(score[2]).toBe(1);
    expect(scoresOf({...geometric, missing: "worst"}, {a: [10], b: [NaN]}).score[0]).toBe(0);
    expect(scoresOf({...geometric, missing: "best"}, {a: [5], b: [NaN]}).score[0]).toBeCloseTo(0.5 ** 0.25, 12);
  });
  it("gives no score without weights", () => {
    const none: MpoProfile = {...small, criteria: small.criteria.map((each) => ({...each, weight: 0}))};
    expect(scoresOf(none, {a: [1], b: [1]}).score[0]).toBeNaN();
  });
  it("takes a set without rows", () => expect(scoresOf(small, {}).score).toHaveLength(0));
});

describe("highestMpo(profile)", () => {
  it("is 6 for CNS MPO and 1 for a mean", () => {
    expect(highestMpo(cns)).toBe(6);
    expect(highestMpo(small)).toBe(1);
  });
});

describe("parseMpoProfile(content)", () => {
  it("reads what JSON.stringify writes", () => {
    for (const profile of [...profiles, small])
      expect(parseMpoProfile(JSON.parse(JSON.stringify(profile)))).toEqual(profile);
  });
  it("cites a paper for each of the ready-made ones", () => {
    expect(profiles.map(({id}) => id)).toEqual(["cns_mpo", "oral", "lead_like"]);
    expect(profiles.filter(({doi, citation}) => doi === null || citation === "")).toEqual([]);
  });
  it.each([
    ["not an object", null, "not an object"],
    ["no name", {...small, name: ""}, "it has no name"],
    ["an unknown way to combine", {...small, combine: "max"}, "invalid combine: max"],
    ["an unknown policy", {...small, missing: "zero"}, "invalid missing: zero"],
    ["no list of criteria", {...small, criteria: {}}, "invalid criteria"],
    ["a criterion that is none", {...small, criteria: [1]}, "invalid criterion"],
    ["a column that cannot be one", {...small, criteria: [{column: "a b"}]}, "invalid column of a criterion: a b"],
    ["a negative weight", {...small, criteria: [{...small.criteria[0], weight: -1}]}, "invalid weight of a: -1"],
    ["a curve that descends", {...small, criteria: [{...small.criteria[0], curve: {points: [[1, 0], [0, 1]]}}]}, "curve of a"], // prettier-ignore
    ["a curve without points", {...small, criteria: [{...small.criteria[0], curve: {}}]}, "invalid curve of a"]
  ])("refuses %s, in words", (_, content, words) => {
    expect(() => parseMpoProfile(content)).toThrow(words);
  });
});

describe("mpoScoresInSlices(profile, column, rowCount, pause)", () => {
  it("equals mpoScores and pauses now and then", async () => {
    const values = Float64Array.from({length: 70_000}, (_, row) => (row % 7 === 0 ? NaN : row % 11));
    let pauses = 0;
    const scores = await mpoScoresInSlices(
      small,
      () => values,
      values.length,
      () => Promise.resolve(void pauses++)
    );
    expect(scores).toEqual(mpoScores(small, () => values, values.length));
    expect(pauses).toBeGreaterThan(5);
  });
});
