import {describe, expect, it} from "vitest";
import {drugsInTrials} from "../../../src/store/queries/drugs-in-trials.js";
import {evidenceScores} from "../../../src/store/queries/evidence-scores.js";
import {measuredByYear} from "../../../src/store/queries/measured-by-year.js";
import {projectDrugs} from "../../../src/store/queries/project-drugs.js";
import {clinicalCandidates, indications, mechanisms} from "../../../src/tables/drug-records.js";
import {drugs} from "../../../src/tables/drugs.js";
import {targetEvidence} from "../../../src/tables/targets.js";
import {trialInterventions, trials} from "../../../src/tables/trials.js";
import {blankRow, openSmallStore} from "../../small-store.js";

const store = await openSmallStore();
await store.insert(drugs, [
  blankRow(drugs, {compound_id: "C1", name: "OMIB", max_phase: 4, is_project_drug: true}),
  blankRow(drugs, {compound_id: "C2", name: "SOMIBAN", max_phase: 2, is_project_drug: true}),
  blankRow(drugs, {compound_id: "C3", name: "ABC", max_phase: null, is_project_drug: false})
]);
await store.insert(trials, [
  blankRow(trials, {trial_id: "NCT1"}),
  blankRow(trials, {trial_id: "NCT2"}),
  blankRow(trials, {trial_id: "NCT3"})
]);
const given = (trial_id: string, intervention: string) => blankRow(trialInterventions, {trial_id, intervention});
await store.insert(trialInterventions, [given("NCT1", "Omib 5 mg (twice a day)"), given("NCT2", "abc")]);
await store.insert(mechanisms, [blankRow(mechanisms, {compound_id: "C1", target_id: "id-AAA"})]);
await store.insert(clinicalCandidates, [
  blankRow(clinicalCandidates, {compound_id: "C4", name: "LISTED", target_id: "id-BBB", trial_ids: "NCT3, NCT9"})
]);
await store.insert(indications, [blankRow(indications, {compound_id: "C2", trial_ids: "NCT2"})]);
await store.insert(targetEvidence, [
  {target_id: "id-AAA", datasource_id: "europepmc", score: 0.2},
  {target_id: "id-CCC", datasource_id: "europepmc", score: 0.9}
]);

describe("drugsInTrials()", () => {
  it("finds drugs by whole words of an intervention, by lists of trials, with the targets of their mechanisms", async () => {
    const rows = await store.rows(drugsInTrials());
    expect(rows.map((row) => [row.trial_id, row.name, row.symbol])).toEqual([
      ["NCT1", "OMIB", "AAA"],
      ["NCT2", "SOMIBAN", null],
      ["NCT3", "LISTED", "BBB"]
    ]);
  });
});

describe("evidenceScores(datasources)", () => {
  it("gives every target of the project its score and place, null where there is no evidence", async () => {
    const rows = await store.rows(evidenceScores(["europepmc", "nothing"]));
    expect(rows.map((row) => [row.symbol, row.datasource_id, row.score, row.place, row.n_targets])).toEqual([
      ["AAA", "europepmc", 0.2, 2, 2],
      ["AAA", "nothing", null, null, 0],
      ["BBB", "europepmc", null, null, 2],
      ["BBB", "nothing", null, null, 0]
    ]);
  });
});

describe("measuredByYear()", () => {
  it("counts compounds of the project's targets per year, records without a year left out", async () => {
    expect(await store.rows(measuredByYear())).toEqual([
      {symbol: "AAA", year: 2020, n_compounds: 2},
      {symbol: "AAA", year: 2021, n_compounds: 1}
    ]);
  });
});

describe("projectDrugs()", () => {
  it("gives drugs on the project's targets, the furthest first", async () => {
    expect((await store.rows(projectDrugs())).map(({name}) => name)).toEqual(["OMIB", "SOMIBAN"]);
  });
});
