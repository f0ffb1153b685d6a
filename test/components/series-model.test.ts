import {describe, expect, it} from "vitest";
import {chosenRows, firstRows, potencyActivities, seriesModel} from "../../src/components/series-model.js";
import type {SeriesValues} from "../../src/state/series-fields.js";
import type {MedianPotency} from "../../src/store/queries/potencies-of-project.js";
import {ColumnSet} from "../../src/tables/column-set.js";
import {defineTable, required} from "../../src/tables/table.js";
import type {SeriesPool} from "../../src/workers/series-pool.js";

const text = required("VARCHAR", "", "");
const project = defineTable("project", "Compounds of two sets.", {compound_id: text, set_id: text, smiles: text});
const own = defineTable("own", "Compounds of a file.", {compound_id: text, smiles: text});

/** B is in both sets. */
const set = new ColumnSet(project);
set.append([
  {compound_id: "A", set_id: "approved", smiles: "C"},
  {compound_id: "B", set_id: "approved", smiles: "CC"},
  {compound_id: "B", set_id: "series", smiles: "CC"},
  {compound_id: "C", set_id: "series", smiles: "CCC"}
]);
const potency = (compound_id: string, pchembl_median: number | null): MedianPotency => ({
  ...{compound_id, symbol: "T", standard_type: "IC50", pchembl_median, n: 1},
  pchembl_upper_bound: pchembl_median === null ? 5 : null
});
const activities = potencyActivities(set, [potency("B", 7), potency("C", null), potency("elsewhere", 8)]);
// No worker is asked for anything here.
const model = seriesModel(set, {} as SeriesPool, activities, {isProject: true, source: "test"});
const looking = (of: string): SeriesValues => ({of, activity: ""}) as SeriesValues;

describe("firstRows(set)", () => {
  it("lets the first row of a compound stand for the others", () =>
    expect([...(firstRows(set) ?? [])]).toEqual([0, 1, 1, 3]));

  it("is null for a reader's own file, whose rows may repeat an id", () => {
    const file = new ColumnSet(own);
    file.append([
      {compound_id: "x", smiles: "C"},
      {compound_id: "x", smiles: "CC"}
    ]);
    expect(firstRows(file)).toBeNull();
    expect(seriesModel(file, {} as SeriesPool, [], {isProject: false, source: ""}).firstRow(1)).toBe(1);
  });
});

describe("chosenRows(model, state)", () => {
  it("holds a compound of two sets once", () => {
    expect([...chosenRows(model, looking("all"))]).toEqual([0, 1, 3]);
    expect([...chosenRows(model, looking("measured"))]).toEqual([1, 3]);
    expect(model.compoundCount).toBe(3);
  });

  it("holds all compounds of one set, by the rows that stand for them", () => {
    expect([...chosenRows(model, looking("set:approved"))]).toEqual([0, 1]);
    expect([...chosenRows(model, looking("set:series"))]).toEqual([1, 3]);
  });

  it("is empty for a set that is not there", () => expect([...chosenRows(model, looking("set:none"))]).toEqual([]));
});

describe("potencyActivities(set, potencies)", () => {
  it("counts a compound once, and none that the set does not hold", () => {
    expect(activities.map(({nExact, nMeasured}) => [nExact, nMeasured])).toEqual([[1, 2]]);
    expect([...(activities[0]?.exact ?? [])]).toEqual([NaN, 7, 7, NaN]);
    expect([...(activities[0]?.below ?? [])]).toEqual([NaN, NaN, NaN, 5]);
  });
});
