import {describe, expect, it} from "vitest";
import {drugPercentile, numberOf, verdictWord} from "../../src/admet/reading.js";
import {modelSet} from "./read-models.js";

const [first] = modelSet.models;

describe("verdictWord(endpointId, value)", () => {
  it("reads solubility by its cited limits", () => {
    expect([-3, -5, -7].map((value) => verdictWord("solubility", value))).toEqual([
      "favourable",
      "caution",
      "unfavourable"
    ]);
  });

  it("is null for an endpoint without limits", () => {
    expect(verdictWord("bbb", 0.9)).toBeNull();
  });
});

describe("drugPercentile(quantiles, value)", () => {
  it("rises from 0 to 100 with the value", () => {
    expect([-Infinity, Infinity].map((value) => drugPercentile(first!.card.drugQuantiles, value))).toEqual([0, 100]);
  });

  it("is null without a reference", () => {
    expect(drugPercentile([], 1)).toBeNull();
  });
});

describe("numberOf(prediction)", () => {
  it("is null for an endpoint that does not predict", () => {
    expect(numberOf({kind: "not-predictive", domain: "in"})).toBeNull();
  });
});
