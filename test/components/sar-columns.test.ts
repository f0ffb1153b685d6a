import {describe, expect, it} from "vitest";
import {chosenColumns, type SarCompound, sarColumns} from "../../src/components/sar-columns.js";
import type {CompoundPotency} from "../../src/store/queries/potencies-of-compound.js";
import {potencies} from "../../src/tables/activities.js";
import {compounds, type CompoundRow} from "../../src/tables/compounds.js";
import {smallProject} from "../loaders/world/project.js";
import {blankRow} from "../small-store.js";

const columns = sarColumns(smallProject, ["IC50"]);
const symbol = smallProject.targets[0]!.symbol;
const potency = (fields: Partial<CompoundPotency>): CompoundPotency => ({
  ...blankRow<CompoundPotency>(potencies, {standard_type: "IC50", ...fields}),
  symbol
});
const compound = (...found: readonly CompoundPotency[]): SarCompound => ({
  ...{key: "k", label: "l", smiles: "C", potencies: found},
  row: blankRow<CompoundRow>(compounds, {mw_da: 123.456})
});
const first = columns[0]!;

describe("sarColumns(project, types)", () => {
  it("gives a column per target and type, then properties", () => {
    expect(first).toMatchObject({id: `${symbol}:IC50`, label: `${symbol} pIC50`});
    expect(columns.map(({id}) => id)).toContain("mw_da");
  });

  it("shows a median with its records and their range", () => {
    const found = potency({pchembl_median: 7.5, pchembl_min: 7, pchembl_max: 8, n_exact: 2, n_censored: 1});
    expect(first.valueOf(compound(found))).toEqual({value: 7.5, words: "7.50", doubt: "7.0–8.0, n 2 + 1"});
  });

  it("shows a bound as a bound, without a value to compare", () => {
    const found = potency({pchembl_upper_bound: 5, n_censored: 3});
    expect(first.valueOf(compound(found))).toEqual({value: NaN, words: "< 5.0", doubt: "n 0 + 3"});
  });

  it("is null for what was not measured, and for properties of a compound that is not known", () => {
    expect(first.valueOf(compound())).toBeNull();
    const mass = columns.find(({id}) => id === "mw_da");
    expect(mass?.valueOf({...compound(), row: null})).toBeNull();
    expect(mass?.valueOf(compound())?.words).toBe("123");
  });
});

describe("chosenColumns(columns, ids)", () => {
  it("keeps the order of the table, whatever the order of the choice", () => {
    expect(chosenColumns(columns, ["mw_da", first.id]).map(({id}) => id)).toEqual([first.id, "mw_da"]);
  });

  it("gives the usual ones when nothing is chosen, or nothing that is known", () => {
    const usual = chosenColumns(columns, []).map(({id}) => id);
    expect(usual).toContain("qed");
    expect(chosenColumns(columns, ["gone"]).map(({id}) => id)).toEqual(usual);
  });
});
