import {describe, expect, it} from "vitest";
import {formatSteps, parseSteps, type PlacedStep} from "../../src/state/step-text.js";

const steps: readonly PlacedStep[] = [
  {after: 0, node: {kind: "range", column: "mw_da", min: 1, max: null, keepMissing: false}},
  {after: 2, node: {kind: "any", of: [{kind: "text", column: "name", how: "starts", text: "a,b&c", keepMissing: true}]}}
];

describe("parseSteps(text)", () => {
  it("reads what formatSteps writes", () => expect(parseSteps(formatSteps(steps))).toEqual(steps));
  it("is no step for the empty text", () => expect(parseSteps("")).toEqual([]));
  it("is null for anything that cannot be read", () => {
    expect(parseSteps("[{]")).toBeNull();
    expect(parseSteps("3")).toBeNull();
    expect(parseSteps('[{"kind":"magic"}]')).toBeNull();
  });
  it("takes a step without a place as the first", () => {
    expect(parseSteps('[{"kind":"sql","where":"x"}]')).toEqual([{after: 0, node: {kind: "sql", where: "x"}}]);
  });
});

describe("formatSteps(steps)", () => {
  it("is empty for none", () => expect(formatSteps([])).toBe(""));
});
