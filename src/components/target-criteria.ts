import {TARGET_FACTS} from "../tables/target-facts.js";
import {coverageOf, type RankedTargets, type TargetModel} from "./target-model.js";

/** A number by which targets are ordered, compared and traded off. */
export interface TargetCriterion {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly about: string;
  readonly isLowBetter: boolean;
  /** Missing is null. */
  value(ranked: Omit<RankedTargets, "order">, target: number): number | null;
}

const present = (value: number | null | undefined): number | null =>
  value === null || value === undefined || Number.isNaN(value) ? null : value;

/** Facts of which less is better: crowding and lack of selectivity. */
const LOW_IS_BETTER = new Set(["share_unselective", "n_candidates", "n_approved"]);

function summaryCriteria(model: TargetModel): TargetCriterion[] {
  const make = (
    id: string,
    label: string,
    about: string,
    value: TargetCriterion["value"],
    isLowBetter = false
  ): TargetCriterion => ({id, label, about, group: "Summary", isLowBetter, value});
  return [
    make("score", "Association score", "Harmonic sum of weighted data-source scores, 0-1.", ({scores}, target) =>
      present(scores[target])
    ),
    make("rank", "Rank", "Rank of the association score.", ({ranks}, target) => present(ranks[target]), true),
    make(
      "priority",
      "Priority, at least",
      "Factors under the weights and curves in force, what is not assessed taken at its worst, 0-1.",
      ({priority}, target) => present(priority.low[target])
    ),
    make(
      "priority_high",
      "Priority, at most",
      "The same, what is not assessed taken at its best, 0-1.",
      (ranked, target) => present(ranked.priority.high[target])
    ),
    make("coverage", "Factors assessed", "Share of the factors' weight that is assessed, 0-1.", ({priority}, target) =>
      present(priority.coverage[target])
    ),
    make("sources", "Sources with evidence", "Data sources that have evidence.", (_, target) =>
      present(coverageOf(model, target).sources)
    )
  ];
}

/** Every criterion of the board, in the order of the table. */
export function targetCriteria(model: TargetModel): TargetCriterion[] {
  const {board, vocabulary, typeIds, sourceIds, factorIds, types} = model;
  const column = (
    id: string,
    group: string,
    named: {readonly label: string; readonly about: string} | undefined,
    values: readonly (number | null)[] | undefined
  ): TargetCriterion => ({
    ...{id, group, label: named?.label ?? id, about: named?.about ?? id, isLowBetter: LOW_IS_BETTER.has(id)},
    value: (_, target) => present(values?.[target])
  });
  const typeOf = (id: string) => vocabulary.datatypes.find((type) => type.id === id);
  const sourceOf = (id: string) => vocabulary.datasources.find((source) => source.id === id);
  const factorOf = (id: string) => vocabulary.factors.find((factor) => factor.id === id);
  return [
    ...summaryCriteria(model),
    ...typeIds.map((id) =>
      column(id, "Data types", {label: typeOf(id)?.label ?? id, about: "Unweighted harmonic sum, 0-1."}, types[id])
    ),
    ...sourceIds.map((id) =>
      column(id, "Data sources", {label: sourceOf(id)?.label ?? id, about: "Data-source score, 0-1."}, board.scores[id])
    ),
    ...factorIds.map((id) =>
      column(id, "Factors", {label: factorOf(id)?.label ?? id, about: factorOf(id)?.rule ?? ""}, board.factors[id])
    ),
    ...TARGET_FACTS.filter(({id}) => id in board.facts).map((fact) =>
      column(fact.id, fact.group, fact, board.facts[fact.id])
    )
  ];
}

/** One criterion by its id; undefined when the board has none of that name. */
export const criterionOf = (model: TargetModel, id: string): TargetCriterion | undefined =>
  targetCriteria(model).find((criterion) => criterion.id === id);
