import {describe, expect, it} from "vitest";
import {makePotencies} from "../../../loaders/tables/make-potencies.js";
import {activities, type ActivityRow} from "../../../src/tables/activities.js";
import {blankRow} from "../../small-store.js";

const record = (relation: string, value: number | null, pchembl: number | null, validity: string | null = null) =>
  blankRow<ActivityRow>(activities, {
    compound_id: "C",
    target_id: "T",
    standard_type: "IC50",
    standard_relation: relation,
    standard_value_nm: value,
    pchembl_value: pchembl,
    data_validity_comment: validity
  });

describe("makePotencies(activities)", () => {
  it("takes the median of exact values, even numbers included", () => {
    const [row] = makePotencies([record("=", 1, 9), record("=", 10, 8), record("=", 1000, 6), record("=", 1e4, 5)]);
    expect(row).toMatchObject({n: 4, n_exact: 4, pchembl_median: 7, pchembl_min: 5, pchembl_max: 9});
  });

  it("counts a censored value, but not in the median", () => {
    const [row] = makePotencies([record("=", 1, 9), record(">", 1000, null)]);
    expect(row).toMatchObject({n: 2, n_exact: 1, n_censored: 1, pchembl_median: 9, pchembl_upper_bound: null});
  });

  it("gives a bound, not a value, where all records are censored", () => {
    const [row] = makePotencies([record(">", 1000, null), record(">", 10_000, null)]);
    expect(row).toMatchObject({pchembl_median: null, pchembl_min: null, pchembl_upper_bound: 5});
  });

  it("gives no bound for a compound at least as potent as the smallest concentration", () => {
    expect(makePotencies([record("<", 1, null)])[0]?.pchembl_upper_bound).toBeNull();
  });

  it("leaves values under a validity warning out of the median", () => {
    const [row] = makePotencies([record("=", 1, 9), record("=", 1e9, 0, "Outside typical range")]);
    expect(row).toMatchObject({n: 2, n_exact: 1, pchembl_median: 9});
  });

  it("leaves out records without a value", () => {
    expect(makePotencies([record("=", null, null)])).toEqual([]);
  });

  it("gives nothing for nothing", () => {
    expect(makePotencies([])).toEqual([]);
  });
});
