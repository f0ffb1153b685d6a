import {describe, expect, it} from "vitest";
import {freeWilson, predictAdditive} from "../../src/series/free-wilson.js";
import {additiveTable as full, additiveValues as exact, tableOf} from "./additive-set.js";

describe("freeWilson(table, activities)", () => {
  it("finds the contributions of an additive set", () => {
    const model = freeWilson(full, exact)!;
    expect(model.base).toBeCloseTo(5, 4);
    expect(model.contributions.get("R1 B")).toBeCloseTo(1, 4);
    expect(model.contributions.get("R1 C")).toBeCloseTo(2, 4);
    expect(model.contributions.get("R2 b")).toBeCloseTo(0.5, 4);
    expect(model.contributions.get("R1 A")).toBe(0);
    expect(model.leaveOneOutError).toBeCloseTo(0, 3);
    expect(model).toMatchObject({n: 7, degreesOfFreedom: 3});
  });

  it("leaves out rows without a value, and parts that only one row has", () => {
    const model = freeWilson(
      tableOf([...full.rows.map(({parts}): [string, string] => [parts["R1"]!, parts["R2"]!]), ["D", "a"]]),
      [...exact, 9]
    )!;
    expect(model.n).toBe(7);
    expect(model.support.has("R1 D")).toBe(false);
    expect(
      freeWilson(
        full,
        exact.map((value, row) => (row === 6 ? NaN : value))
      )?.n
    ).toBe(6);
  });

  it("is null when rows are no more than contributions, and without any value", () => {
    expect(freeWilson(tableOf([["A", "a"]]), [5])).toBeNull();
    expect(
      freeWilson(
        full,
        exact.map(() => NaN)
      )
    ).toBeNull();
    expect(freeWilson(tableOf([]), [])).toBeNull();
  });

  it("is null when all rows have the same parts: there is no contribution to find", () => {
    const same = tableOf([
      ["A", "a"],
      ["A", "a"]
    ]);
    expect(freeWilson(same, [5, 5])).toBeNull();
  });
});

describe("predictAdditive(model, parts)", () => {
  const noisy = exact.map((value, row) => value + (row % 2 ? 0.1 : -0.1));

  it("adds contributions, with an interval and the support of the rarest part", () => {
    const predicted = predictAdditive(freeWilson(full, noisy)!, {R1: "C", R2: "b"})!;
    expect(predicted.value).toBeGreaterThan(7.2);
    expect(predicted.value).toBeLessThan(7.8);
    expect(predicted.interval[0]).toBeLessThan(predicted.value);
    expect(predicted.support).toBe(2);
  });

  it("is null for a part that was not measured twice", () => {
    expect(predictAdditive(freeWilson(full, noisy)!, {R1: "D", R2: "a"})).toBeNull();
  });

  it("is null for parts that no chain of measured compounds connects", () => {
    const split = tableOf([
      ["A", "a"],
      ["A", "a"],
      ["A", "b"],
      ["A", "b"],
      ["B", "c"],
      ["B", "c"],
      ["B", "d"],
      ["B", "d"]
    ]);
    const model = freeWilson(split, [5, 5.1, 6, 6.2, 7, 7.1, 8, 8.3])!;
    expect(predictAdditive(model, {R1: "A", R2: "c"})).toBeNull();
    expect(predictAdditive(model, {R1: "A", R2: "b"})?.value).toBeCloseTo(6.1, 3);
  });
});
