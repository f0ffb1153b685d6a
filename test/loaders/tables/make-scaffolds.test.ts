import {describe, expect, it} from "vitest";
import {assembleScaffolds, makeScaffolds} from "../../../loaders/tables/make-scaffolds.js";

const compound = (compound_id: string, set_id: string, smiles: string) => ({compound_id, set_id, smiles});

describe("makeScaffolds(compounds)", () => {
  it("gives each compound with a ring its scaffold, and the scaffolds above it", async () => {
    const {compoundScaffolds, scaffolds} = await makeScaffolds([
      compound("C1", "a", "Cc1ccc(-c2ccncc2)cc1"),
      compound("C2", "a", "CCCC")
    ]);
    expect(compoundScaffolds).toEqual([{compound_id: "C1", set_id: "a", scaffold: "c1ccc(-c2ccncc2)cc1"}]);
    expect(scaffolds).toEqual([
      {scaffold: "c1ccc(-c2ccncc2)cc1", parent: "c1ccncc1", framework: "C1CCC(C2CCCCC2)CC1", n_compounds: 1},
      {scaffold: "c1ccncc1", parent: null, framework: "C1CCCCC1", n_compounds: 0}
    ]);
  });

  it("of nothing is nothing", async () => {
    expect(await makeScaffolds([])).toEqual({compoundScaffolds: [], scaffolds: []});
  });
});

describe("assembleScaffolds(compounds, lineages)", () => {
  it("counts a compound that stands in two sets once", () => {
    const lineages = new Map([["c1ccccc1", [{smiles: "c1ccccc1", framework: "C1CCCCC1"}]]]);
    const made = assembleScaffolds([compound("C1", "a", "c1ccccc1"), compound("C1", "b", "c1ccccc1")], lineages);
    expect(made.compoundScaffolds).toHaveLength(2);
    expect(made.scaffolds).toMatchObject([{scaffold: "c1ccccc1", n_compounds: 1}]);
  });
});
