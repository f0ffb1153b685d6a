import {describe, expect, it} from "vitest";
import {incompleteBeta, logGamma} from "../../src/base/incomplete-beta.js";
import {studentT, studentTQuantile} from "../../src/base/student-t.js";

// Expected values are those of scipy 1.17.1.
describe("incompleteBeta(x, a, b)", () => {
  it.each([
    [0.3, 2, 5, 0.579825],
    [0.9, 0.5, 0.5, 0.7951672353008665],
    [0.5, 30, 40, 0.8857998873233515],
    [0.01, 1, 100, 0.6339676587267705]
  ])("of %d, %d, %d is %d", (x, a, b, expected) => {
    expect(incompleteBeta(x, a, b)).toBeCloseTo(expected, 12);
  });

  it("is 0 at 0 and 1 at 1", () => {
    expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
  });
});

describe("logGamma(x)", () => {
  it.each([
    [0.1, 2.252712651734206],
    [1, 0],
    [2.5, 0.2846828704729192],
    [100, 359.1342053695754]
  ])("of %d is %d", (x, expected) => {
    expect(logGamma(x)).toBeCloseTo(expected, 11);
  });
});

describe("studentT(t, degrees)", () => {
  it.each([
    [1, 1, 0.75],
    [-2.5, 3, 0.04385332350403278],
    [0.3, 10, 0.6148396962171008],
    [4, 100, 0.9999392381778496],
    [0, 5, 0.5]
  ])("of %d with %d degrees is %d", (t, degrees, expected) => {
    expect(studentT(t, degrees)).toBeCloseTo(expected, 12);
  });
});

describe("studentTQuantile(probability, degrees)", () => {
  it.each([
    [0.975, 1, 12.706204736174694],
    [0.975, 4, 2.7764451051977934],
    [0.9, 30, 1.3104150253913955],
    [0.05, 7, -1.8945786050900066]
  ])("of %d with %d degrees is %d", (probability, degrees, expected) => {
    expect(studentTQuantile(probability, degrees)).toBeCloseTo(expected, 8);
  });

  it.each([0, 1, -0.1, NaN])("throws for the probability %d", (probability) => {
    expect(() => studentTQuantile(probability, 3)).toThrow("invalid probability");
  });
});
