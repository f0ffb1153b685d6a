import {median} from "d3";
import type {PotencyRow} from "../../src/tables/activities.js";
import type {ClinicalCandidateRow} from "../../src/tables/drug-records.js";
import type {PaperCountRow} from "../../src/tables/papers.js";
import type {LiteratureQuery} from "../../src/tables/project.js";
import type {PdbEntryRow} from "../../src/tables/proteins.js";
import type {StructureRow} from "../../src/tables/structures.js";
import type {TargetBoard} from "../../src/tables/target-board.js";
import type {TargetLabelRow, TargetTractabilityRow} from "../../src/tables/target-cards.js";
import type {TargetFactId} from "../../src/tables/target-facts.js";
import type {TargetRow} from "../../src/tables/targets.js";

/** Tables that tell of the project's targets; one that was not fetched is absent or empty, and tells nothing. */
export interface TargetKnowledge {
  readonly potencies?: readonly PotencyRow[];
  /** Bemis-Murcko scaffolds by compound. */
  readonly scaffolds?: ReadonlyMap<string, string>;
  readonly structures?: readonly StructureRow[];
  readonly pdbEntries?: readonly PdbEntryRow[];
  readonly candidates?: readonly ClinicalCandidateRow[];
  readonly tractability?: readonly TargetTractabilityRow[];
  readonly labels?: readonly TargetLabelRow[];
  readonly paperCounts?: readonly PaperCountRow[];
  readonly literature?: readonly LiteratureQuery[];
}

type Facts = Partial<Record<TargetFactId, number | null>>;

/** pChEMBL from which a compound counts as potent: 100 nM. */
export const POTENT = 7;
const AS_POTENT = 1;
const APPROVAL_RANK = 11;
const YEARS = 5;

/** Facts and classes of the project's targets, as columns in the order of `targets`. */
export function makeTargetFacts(
  targets: readonly TargetRow[],
  known: TargetKnowledge
): Pick<TargetBoard, "facts" | "classes"> {
  const rows = targets.map((target): Facts => (target.in_project ? factsOf(target, known) : {}));
  const ids = [...new Set(rows.flatMap((row) => Object.keys(row)))] as TargetFactId[];
  const facts = Object.fromEntries(ids.map((id) => [id, rows.map((row) => row[id] ?? null)]));
  return {facts, classes: classesOf(targets, known)};
}

const factsOf = (target: TargetRow, known: TargetKnowledge): Facts => ({
  ...chemistryFacts(target.target_id, known),
  ...structureFacts(target.target_id, known),
  ...competitionFacts(target.target_id, known.candidates ?? []),
  ...literatureFacts(target.symbol, known)
});

function chemistryFacts(targetId: string, {potencies = [], scaffolds}: TargetKnowledge): Facts {
  if (potencies.length === 0) return {};
  const own = mediansOf(potencies.filter((row) => row.target_id === targetId));
  const potent = [...own].filter(([, value]) => value >= POTENT);
  const others = new Map<string, number>();
  for (const row of potencies)
    if (row.target_id !== targetId && row.pchembl_median !== null && own.has(row.compound_id))
      others.set(row.compound_id, Math.max(others.get(row.compound_id) ?? -Infinity, row.pchembl_median));
  const compared = potent.filter(([id]) => others.has(id));
  const unselective = compared.filter(([id, value]) => (others.get(id) ?? -Infinity) > value - AS_POTENT);
  return {
    n_compounds: own.size,
    best_pchembl: own.size === 0 ? null : [...own.values()].reduce((a, b) => Math.max(a, b)),
    n_potent: potent.length,
    n_series: scaffolds ? countShared(potent.flatMap(([id]) => scaffolds.get(id) ?? [])) : null,
    share_unselective: compared.length === 0 ? null : unselective.length / compared.length
  };
}

/** How many values are there more than once. */
function countShared(values: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].filter((count) => count > 1).length;
}

/** Exact potency of each compound, over the types measured. */
function mediansOf(rows: readonly PotencyRow[]): Map<string, number> {
  const values = new Map<string, number[]>();
  for (const {compound_id: id, pchembl_median: value} of rows)
    if (value !== null) values.set(id, [...(values.get(id) ?? []), value]);
  return new Map([...values].map(([id, all]) => [id, median(all) ?? NaN]));
}

function structureFacts(targetId: string, {structures = [], pdbEntries = []}: TargetKnowledge): Facts {
  const experimental = structures.filter(({method}) => method !== "prediction");
  const known = pdbEntries.length > 0 ? pdbEntries : experimental;
  if (known.length === 0) return {};
  const own = known.filter((row) => row.target_id === targetId);
  return {n_structures: own.length, n_with_ligand: own.filter((row) => row.ligand_ids !== null).length};
}

function competitionFacts(targetId: string, candidates: readonly ClinicalCandidateRow[]): Facts {
  if (candidates.length === 0) return {};
  const own = candidates.filter((row) => row.target_id === targetId);
  const drugs = (rows: readonly ClinicalCandidateRow[]): number => new Set(rows.map((row) => row.compound_id)).size;
  return {n_candidates: drugs(own), n_approved: drugs(own.filter((row) => row.stage_rank === APPROVAL_RANK))};
}

function literatureFacts(symbol: string, {paperCounts = [], literature = []}: TargetKnowledge): Facts {
  const query = literature.find(({target, disease}) => target === symbol && disease);
  const counts = paperCounts.filter((row) => row.query_id === query?.id && !row.is_preprint);
  const whole = counts.filter((row) => !row.is_partial).map(({year}) => year);
  if (whole.length === 0) return {};
  const last = whole.reduce((a, b) => Math.max(a, b));
  const between = (from: number, to: number): number =>
    counts.filter(({year}) => year >= from && year <= to).reduce((sum, row) => sum + row.n_papers, 0);
  const recent = between(last - YEARS + 1, last);
  const before = between(last - 2 * YEARS + 1, last - YEARS);
  return {n_papers_5y: recent, paper_growth: before === 0 ? null : recent / before};
}

function classesOf(
  targets: readonly TargetRow[],
  {tractability = [], labels = []}: TargetKnowledge
): Record<string, Record<string, number[]>> {
  const place = new Map(targets.map(({target_id: id}, i) => [id, i]));
  const classes: Record<string, Record<string, number[]>> = {};
  const add = (kind: string, label: string, targetId: string): void => {
    const at = place.get(targetId);
    const group = (classes[kind] ??= {});
    if (at !== undefined) (group[label] ??= []).push(at);
  };
  for (const row of tractability) if (row.is_met) add(`tractability ${row.modality}`, row.class_label, row.target_id);
  for (const row of labels) add(row.kind, row.label, row.target_id);
  return classes;
}
