import {describe, expect, it} from "vitest";
import {emptyColumns} from "../../src/admet/prediction-columns.js";
import {withPredictions, type Predictions} from "../../src/admet/with-predictions.js";
import {admetColumns} from "../../src/tables/admet-columns.js";
import {ColumnSet} from "../../src/tables/column-set.js";
import {defineTable, optional, required} from "../../src/tables/table.js";
import {modelSet} from "./read-models.js";

const table = defineTable("two", "Two rows.", {
  compound_id: required("VARCHAR", "Compound", "Id."),
  mw_da: optional("DOUBLE", "MW", "Weight.", {unit: "Da"})
});
const set = new ColumnSet(table);
set.append([
  {compound_id: "a", mw_da: 100},
  {compound_id: "b", mw_da: null}
]);
const cards = modelSet.models.map(({card}) => card);
const endpointsOf = (...ids: readonly string[]) =>
  cards.map(({endpoint}) => endpoint).filter(({id}) => ids.includes(id));
const endpoints = endpointsOf("solubility", "ames");
const placeOf = (id: string): number => cards.findIndex(({endpoint}) => endpoint.id === id);

function predicted(): Predictions {
  const columns = cards.map(() => emptyColumns(2));
  const [solubility, ames] = [columns[placeOf("solubility")]!, columns[placeOf("ames")]!];
  solubility.value[0] = -3;
  solubility.low[0] = -4;
  solubility.high[0] = -2;
  solubility.domain[0] = 2;
  ames.value[0] = 0.25;
  ames.set[0] = 1;
  ames.domain[0] = 0;
  return {cards, columns, refused: [null, "macrocycle: ring of 15"]};
}

describe("withPredictions(set, endpoints, predictions, tops, pause)", () => {
  it("keeps the columns of the set and adds those of the endpoints", async () => {
    const wide = await withPredictions(
      set,
      endpoints,
      predicted(),
      new Map([["solubility", Float64Array.of(0.7, NaN)]])
    );
    expect(Object.keys(wide.table.columns)).toEqual(["compound_id", "mw_da", ...Object.keys(admetColumns(endpoints))]);
    expect(wide.row(0)).toMatchObject({
      ...{compound_id: "a", mw_da: 100, admet_solubility: -3, admet_solubility_low: -4, admet_solubility_high: -2},
      ...{admet_solubility_domain: "out", admet_solubility_steps: 2, admet_solubility_top: 0.7},
      ...{admet_ames: 0.25, admet_ames_set: "no", admet_ames_domain: "in", admet_ames_steps: 0, admet_refused: null}
    });
  });

  it("leaves everything missing where a molecule was refused, and says why", async () => {
    const {compound_id, mw_da, admet_refused, ...rest} = (
      await withPredictions(set, endpoints, predicted(), new Map())
    ).row(1);
    expect([compound_id, mw_da, admet_refused]).toEqual(["b", null, "macrocycle: ring of 15"]);
    expect(new Set(Object.values(rest))).toEqual(new Set([null]));
  });

  it("has its columns before there is any prediction", async () => {
    const wide = await withPredictions(set, endpoints, null, new Map());
    expect(wide.numericNames).toContain("admet_solubility_high");
    expect(wide.cell("admet_solubility", 0)).toBeNull();
  });

  it("adds only the column of refusals for no endpoint", async () => {
    expect(Object.keys((await withPredictions(set, [], null, new Map())).table.columns)).toEqual([
      "compound_id",
      "mw_da",
      "admet_refused"
    ]);
  });

  it("offers the place among the best only where one end is better", () => {
    const names = Object.keys(admetColumns(endpointsOf("solubility", "vdss", "ames"))).filter((name) =>
      name.endsWith("_top")
    );
    expect(names).toEqual(["admet_solubility_top"]);
  });

  it("adds the columns of a team's own endpoint", async () => {
    const [solubility] = endpoints;
    const own = {...solubility!, id: "our-assay", label: "Our assay"};
    const wide = await withPredictions(set, [own], {...predicted(), cards: [{...cards[0]!, endpoint: own}]}, new Map());
    expect(wide.table.columns["admet_our_assay"]?.label).toBe("Our assay");
    expect(Object.keys(wide.table.columns)).toContain("admet_our_assay_high");
  });
});
