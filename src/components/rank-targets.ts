import {associationScores, ranksOf} from "../scoring/association-scores.js";
import {priorityScores} from "../scoring/priority-scores.js";
import {matchGenes} from "../state/gene-list.js";
import {criterionOf} from "./target-criteria.js";
import {facetFilter, targetFacets} from "./target-facets.js";
import {FACTOR_CURVE, type RankedTargets, type TargetModel, type TargetState, weightsOf} from "./target-model.js";

/** Scores, ranks, filters and orders the targets. */
export function rankTargets(model: TargetModel, state: TargetState): RankedTargets {
  const {count, board} = model;
  const scores = associationScores(count, board.scores, {weights: weightsOf(model, state), required: state.need});
  const ranks = ranksOf(scores);
  const factors = Object.fromEntries(model.factorIds.map((id) => [id, board.factors[id] ?? []]));
  const priority = priorityScores(count, factors, {weights: state.fw, curves: state.fc, curve: FACTOR_CURVE});
  const isShown = shownBy(model, state);
  const key = sortKey(model, state.sort, {scores, ranks, priority});
  const pinned = new Set(state.pin);
  const isPinned = (target: number): number => (pinned.has(board.targets.target_id[target] ?? "") ? 0 : 1);
  const order = Array.from({length: count}, (_, target) => target)
    .filter((target) => isPinned(target) === 0 || isShown(target))
    .sort((a, b) => isPinned(a) - isPinned(b) || compare(key(a), key(b), state.asc) || a - b);
  return {scores, ranks, priority, order};
}

/** True for the targets that search, facets and gene list let through. */
function shownBy(model: TargetModel, {q, mine, has, genes}: TargetState): (target: number) => boolean {
  const {targets} = model.board;
  const passes = facetFilter(targetFacets(model), has);
  const listed = genes.length === 0 ? null : new Set(matchGenes(genes, targets).found);
  const needle = q.trim().toLowerCase();
  return (target) => {
    if (mine && targets.in_project[target] !== true) return false;
    if (listed && !listed.has(target)) return false;
    if (passes && !passes(target)) return false;
    if (needle === "") return true;
    const words = [targets.symbol[target], targets.approved_name[target], targets.target_id[target]];
    return words.some((word) => word?.toLowerCase().includes(needle));
  };
}

type Key = (target: number) => number | string | null;

function sortKey(model: TargetModel, sort: string, ranked: Omit<RankedTargets, "order">): Key {
  if (sort === "symbol") return (target) => model.board.targets.symbol[target] ?? null;
  const criterion = criterionOf(model, sort) ?? criterionOf(model, "score");
  return (target) => criterion?.value(ranked, target) ?? null;
}

/** Missing values come last in either direction. */
function compare(a: number | string | null, b: number | string | null, ascending: boolean): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  const order = a < b ? -1 : a > b ? 1 : 0;
  return ascending ? order : -order;
}
