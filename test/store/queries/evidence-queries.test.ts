import {describe, expect, it} from "vitest";
import {openNativeStore} from "../../../loaders/native-store.js";
import {literatureByYear} from "../../../src/store/queries/literature-by-year.js";
import {papersOfProject} from "../../../src/store/queries/papers-of-project.js";
import {trialsOfProject} from "../../../src/store/queries/trials-of-project.js";
import * as literature from "../../../src/tables/papers.js";
import {trialInterventions, type TrialRow, trials} from "../../../src/tables/trials.js";

const source_id = "s";
const trial = (trial_id: string, started_on: string | null): TrialRow => ({
  trial_id,
  title: "A trial",
  status: "COMPLETED",
  stage: null,
  stage_rank: null,
  why_stopped: null,
  started_on,
  start_precision: null,
  primary_completed_on: null,
  completed_on: null,
  n_enrolled: null,
  sponsor: null,
  sponsor_class: null,
  study_type: null,
  conditions: null,
  source_id
});
const paper = {authors: null, journal: null, year: null, kinds: null, doi: null, pmcid: null, source_id};
const preprint = {authors: null, server: "bioRxiv", year: 2024, doi: "10.1101/1", n_citations: 2, source_id};
const count = {query_id: "q", n_papers: 3, is_partial: false, source_id};

const store = await openNativeStore();
await store.insert(literature.papers, [
  {...paper, paper_id: "1", title: "Old", published_on: "2020-01-01"},
  {...paper, paper_id: "2", title: "Undated", published_on: null}
]);
await store.insert(literature.preprints, [{...preprint, preprint_id: "P", title: "New", posted_on: "2024-01-01"}]);
await store.insert(literature.paperCitations, [{paper_id: "1", n_citations: 7, source_id}]);
await store.insert(literature.literatureHits, [
  {query_id: "q", item_id: "1", is_preprint: false, source_id},
  {query_id: "p", item_id: "1", is_preprint: false, source_id},
  {query_id: "q", item_id: "P", is_preprint: true, source_id}
]);
const version = {
  doi: "10.1101/1",
  posted_on: "2024-01-01",
  server: "bioRxiv",
  licence: null,
  category: null,
  source_id
};
await store.insert(literature.preprintVersions, [
  {...version, version: 1, published_doi: null},
  {...version, version: 2, published_doi: "10.1000/2"}
]);
await store.insert(literature.paperCounts, [
  {...count, year: 2021, is_preprint: false},
  {...count, year: 2020, is_preprint: false},
  {...count, year: 2020, is_preprint: true}
]);
await store.insert(literature.literatureQueries, [
  {query_id: "q", query: "JAK1", translation: null, n_total: 3, is_preprint: false, source_id}
]);
await store.insert(trials, [trial("NCT1", null), trial("NCT2", "2020-01-01")]);
await store.insert(trialInterventions, [
  {trial_id: "NCT2", position: 2, intervention_type: null, intervention: "b", source_id},
  {trial_id: "NCT2", position: 1, intervention_type: null, intervention: "a", source_id}
]);

describe("papersOfProject()", () => {
  it("gives papers and preprints, the newest first, those without a date last", async () => {
    const rows = await store.rows(papersOfProject());
    expect(rows.map((row) => [row.item_id, row.is_preprint, row.n_citations])).toEqual([
      ["P", true, 2],
      ["1", false, 7],
      ["2", false, null]
    ]);
  });
});

describe("papersOfProject()", () => {
  it("says which queries found an item, and what a preprint became", async () => {
    const rows = await store.rows(papersOfProject());
    expect(rows.map((row) => [row.query_ids, row.published_doi])).toEqual([
      ["q", "10.1000/2"],
      ["p,q", null],
      [null, null]
    ]);
  });
});

describe("literatureByYear()", () => {
  it("keeps papers and preprints apart, years in order", async () => {
    const rows = await store.rows(literatureByYear());
    expect(rows.map((row) => [row.query, row.year, row.is_preprint])).toEqual([
      ["JAK1", 2020, false],
      ["JAK1", 2021, false],
      ["q", 2020, true]
    ]);
  });
});

describe("trialsOfProject()", () => {
  it("gives the latest first, with interventions in the trial's order", async () => {
    const rows = await store.rows(trialsOfProject());
    expect(rows.map((row) => [row.trial_id, row.interventions])).toEqual([
      ["NCT2", "a; b"],
      ["NCT1", null]
    ]);
  });
});
