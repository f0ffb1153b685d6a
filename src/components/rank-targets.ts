import {associationScores, ranksOf} from "../scoring/association-scores.js";
import {type PriorityScores, priorityScores} from "../scoring/priority-scores.js";
import {matchGenes} from "../state/gene-list.js";
import {criterionOf} from "./target-criteria.js";
import {facetFilter, targetFacets} from "./target-facets.js";
import {FACTOR_CURVE, type RankedTargets, type TargetModel, type TargetState, weightsOf} from "./target-model.js";

/** Priorities of the same weights and curves are worked out once: a state keeps the objects that did not change. */
const priorities = new WeakMap<
  TargetModel,
  {readonly fw: object; readonly fc: object; readonly scores: PriorityScores}
>();

function priorityOf(model: TargetModel, {fw, fc}: TargetState): PriorityScores {
  const last = priorities.get(model);
  if (last?.fw === fw && last.fc === fc) return last.scores;
  const factors = Object.fromEntries(model.factorIds.map((id) => [id, model.board.factors[id] ?? []]));
  const scores = priorityScores(model.count, factors, {weights: fw, curves: fc, curve: FACTOR_CURVE});
  priorities.set(model, {fw, fc, scores});
  return scores;
}

/** Scores, ranks, filters and orders the targets. */
export function rankTargets(model: TargetModel, state: TargetState): RankedTargets {
  const {count, board} = model;
  const scores = associationScores(count, board.scores, {weights: weightsOf(model, state), required: state.need});
  const ranks = ranksOf(scores);
  const priority = priorityOf(model, state);
  const isShown = shownBy(model, state);
  const key = sortKey(model, state.sort, {scores, ranks, priority});
  const pinned = new Set(state.pin.map((id) => board.targets.target_id.indexOf(id)));
  const shown = Array.from({length: count}, (_, target) => target).filter(
    (target) => pinned.has(target) || isShown(target)
  );
  const keys = shown.map((target) => ({target, key: key(target)}));
  keys.sort((a, b) => compare(a.key, b.key, state.asc) || a.target - b.target);
  const inOrder = keys.map(({target}) => target);
  const order =
    pinned.size === 0
      ? inOrder
      : [...inOrder.filter((target) => pinned.has(target)), ...inOrder.filter((target) => !pinned.has(target))];
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
