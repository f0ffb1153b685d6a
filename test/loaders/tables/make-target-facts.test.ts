import {describe, expect, it} from "vitest";
import {makeTargetFacts} from "../../../loaders/tables/make-target-facts.js";
import {potencies, type PotencyRow} from "../../../src/tables/activities.js";
import {clinicalCandidates, type ClinicalCandidateRow} from "../../../src/tables/drug-records.js";
import {paperCounts, type PaperCountRow} from "../../../src/tables/papers.js";
import {targetTractability, type TargetTractabilityRow} from "../../../src/tables/target-cards.js";
import {targets, type TargetRow} from "../../../src/tables/targets.js";
import {blankRow} from "../../small-store.js";

const target = (id: string, in_project: boolean): TargetRow =>
  blankRow<TargetRow>(targets, {target_id: id, symbol: id, in_project});
const rows = [target("A", true), target("B", true), target("X", false)];
const potency = (compound_id: string, target_id: string, pchembl_median: number | null): PotencyRow =>
  blankRow<PotencyRow>(potencies, {compound_id, target_id, pchembl_median});

describe("makeTargetFacts(targets, known)", () => {
  it("counts compounds, their best and potent ones, and those as potent elsewhere", () => {
    const {facts} = makeTargetFacts(rows, {
      potencies: [
        potency("1", "A", 8),
        potency("1", "B", 7.5),
        potency("2", "A", 9),
        potency("2", "B", 5),
        potency("3", "A", 6),
        potency("4", "A", null)
      ]
    });
    expect(facts["n_compounds"]).toEqual([3, 2, null]);
    expect(facts["best_pchembl"]).toEqual([9, 7.5, null]);
    expect(facts["n_potent"]).toEqual([2, 1, null]);
    expect(facts["share_unselective"]).toEqual([0.5, 1, null]);
  });

  it("knows nothing of what no table tells", () => {
    expect(makeTargetFacts(rows, {})).toEqual({facts: {}, classes: {}});
  });

  it("counts zero for a target of the project that was asked about, and nothing for others", () => {
    const candidate = blankRow<ClinicalCandidateRow>(clinicalCandidates, {
      ...{target_id: "A", compound_id: "1", stage_rank: 11}
    });
    const {facts} = makeTargetFacts(rows, {candidates: [candidate, {...candidate, disease_id: "other"}]});
    expect(facts["n_candidates"]).toEqual([1, 0, null]);
    expect(facts["n_approved"]).toEqual([1, 0, null]);
  });

  it("compares whole years of papers only", () => {
    const count = (year: number, n_papers: number, is_partial = false): PaperCountRow =>
      blankRow<PaperCountRow>(paperCounts, {query_id: "q", year, n_papers, is_partial});
    const literature = [{id: "q", title: "", query: "", target: "A", disease: true}];
    const counts = [count(2016, 2), count(2020, 3), count(2021, 4), count(2025, 6), count(2026, 99, true)];
    const {facts} = makeTargetFacts(rows, {paperCounts: counts, literature});
    expect([facts["n_papers_5y"]?.[0], facts["paper_growth"]?.[0]]).toEqual([10, 2]);
  });

  it("counts scaffolds that two potent compounds share", () => {
    const scaffolds = new Map([
      ["1", "c1ccccc1"],
      ["2", "c1ccccc1"],
      ["3", "C1CC1"],
      ["4", "c1ccccc1"]
    ]);
    const rowsOfA = [potency("1", "A", 8), potency("2", "A", 7), potency("3", "A", 9), potency("4", "A", 5)];
    expect(makeTargetFacts(rows, {potencies: rowsOfA, scaffolds}).facts["n_series"]).toEqual([1, 0, null]);
  });

  it("groups tractability by modality, met classes only", () => {
    const row = (target_id: string, class_label: string, is_met: boolean): TargetTractabilityRow =>
      blankRow<TargetTractabilityRow>(targetTractability, {target_id, modality: "SM", class_label, is_met});
    const {classes} = makeTargetFacts(rows, {
      tractability: [row("A", "Approved Drug", true), row("B", "Approved Drug", false), row("X", "Approved Drug", true)]
    });
    expect(classes).toEqual({"tractability SM": {"Approved Drug": [0, 2]}});
  });
});
