import {describe, expect, it} from "vitest";
import {makeAlertRates} from "../../../loaders/tables/make-alert-rates.js";
import type {AlertSet} from "../../../src/alerts/structural-alerts.js";

const SETS: AlertSet[] = [
  {id: "a", name: "A", citation: "", doi: null, alerts: ["x", "y"].map((name) => ({name, smarts: name, most: 0}))}
];
const row = (inchikey: string, alerts: string | null, first_approval: number | null = 2000) => ({
  ...{inchikey, alerts, first_approval}
});
const shares = (...rows: ReturnType<typeof row>[]): (number | null)[] =>
  makeAlertRates(SETS, rows).map(({drug_share}) => drug_share);

describe("makeAlertRates(sets, compounds)", () => {
  it("counts approved drugs by alert", () => {
    expect(shares(row("K1", "a:0"), row("K2", "a:0,a:1"), row("K3", null), row("K4", "b:7"))).toEqual([0.5, 0.25]);
  });
  it("counts a drug that stands in two sets once", () =>
    expect(shares(row("K1", "a:0"), row("K1", "a:0"))).toEqual([1, 0]));
  it("leaves out what is not approved", () => expect(shares(row("K1", "a:0", null), row("K2", null))).toEqual([0, 0]));
  it("says nothing where there is no approved drug", () =>
    expect(shares(row("K1", "a:0", null))).toEqual([null, null]));
});
