import {associationScores, ranksOf} from "../scoring/association-scores.js";
import {harmonicSum} from "../scoring/harmonic-sum.js";
import type {targetFields} from "../state/target-fields.js";
import type {StateOf} from "../state/url-state.js";
import type {TargetBoard} from "../tables/target-board.js";
import type {TargetVocabulary} from "../tables/target-vocabulary.js";

export type TargetState = StateOf<typeof targetFields>;

/** The board with its vocabulary, ready to be scored. */
export interface TargetModel {
  readonly board: TargetBoard;
  readonly vocabulary: TargetVocabulary;
  readonly count: number;
  /** Data-type scores: the unweighted harmonic sum of the type's source scores; null without evidence. */
  readonly types: Readonly<Record<string, readonly (number | null)[]>>;
  /** Sources, types and factors that hold at least one value in this board, in the vocabulary's order. */
  readonly sourceIds: readonly string[];
  readonly typeIds: readonly string[];
  readonly factorIds: readonly string[];
}

/** What a state makes of the board. */
export interface RankedTargets {
  readonly scores: Float64Array;
  readonly ranks: Float64Array;
  /** Targets to show, in order. */
  readonly order: readonly number[];
}

/** Prepares a board: data-type scores and the columns that are there. */
export function targetModel(board: TargetBoard, vocabulary: TargetVocabulary): TargetModel {
  const count = board.targets.target_id.length;
  const sourceIds = vocabulary.datasources.map(({id}) => id).filter((id) => id in board.scores);
  const typeOf = new Map(vocabulary.datasources.map(({id, datatype}) => [id, datatype]));
  const typeIds = vocabulary.datatypes
    .map(({id}) => id)
    .filter((id) => sourceIds.some((source) => typeOf.get(source) === id));
  const types = Object.fromEntries(
    typeIds.map((type) => {
      const columns = sourceIds.filter((id) => typeOf.get(id) === type).map((id) => board.scores[id] ?? []);
      return [type, Array.from({length: count}, (_, target) => typeScore(columns, target))];
    })
  );
  const factorIds = vocabulary.factors.map(({id}) => id).filter((id) => id in board.factors);
  return {board, vocabulary, count, types, sourceIds, typeIds, factorIds};
}

function typeScore(columns: readonly (readonly (number | null)[])[], target: number): number | null {
  const scores = columns.map((column) => column[target] ?? null).filter((score) => score !== null);
  return scores.length === 0 ? null : harmonicSum(scores);
}

/** The weights in force: the platform's defaults with the changed ones in their place. */
export function weightsOf({vocabulary}: TargetModel, {w}: TargetState): Readonly<Record<string, number>> {
  return {...Object.fromEntries(vocabulary.datasources.map(({id, weight}) => [id, weight])), ...w};
}

/** Scores, ranks, filters and orders the targets. */
export function rankTargets(model: TargetModel, state: TargetState): RankedTargets {
  const scores = associationScores(model.count, model.board.scores, {
    weights: weightsOf(model, state),
    required: state.need
  });
  const ranks = ranksOf(scores);
  const shown = [...ranks.keys()].filter((target) => isShown(model, state, target));
  const key = sortKey(model, state.sort, scores);
  const pinned = new Set(state.pin);
  const isPinned = (target: number): number => (pinned.has(model.board.targets.target_id[target] ?? "") ? 0 : 1);
  const order = shown.sort((a, b) => isPinned(a) - isPinned(b) || compare(key(a), key(b), state.asc) || a - b);
  return {scores, ranks, order};
}

function isShown({board: {targets}}: TargetModel, {q, mine}: TargetState, target: number): boolean {
  if (mine && targets.in_project[target] !== true) return false;
  const needle = q.trim().toLowerCase();
  if (needle === "") return true;
  const words = [targets.symbol[target], targets.approved_name[target], targets.target_id[target]];
  return words.some((word) => word?.toLowerCase().includes(needle));
}

type Key = (target: number) => number | string | null;

function sortKey(model: TargetModel, sort: string, scores: Float64Array): Key {
  const {board, types} = model;
  if (sort === "symbol") return (target) => board.targets.symbol[target] ?? null;
  if (sort === "coverage") return (target) => coverageOf(model, target).sources;
  const column = types[sort] ?? board.scores[sort] ?? board.factors[sort];
  if (column) return (target) => column[target] ?? null;
  return (target) => (Number.isNaN(scores[target]) ? null : (scores[target] ?? null));
}

/** Missing values come last in either direction. */
function compare(a: number | string | null, b: number | string | null, ascending: boolean): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  const order = a < b ? -1 : a > b ? 1 : 0;
  return ascending ? order : -order;
}

/** How much is known of a target: sources with evidence and factors assessed. */
export function coverageOf(
  {board, sourceIds, factorIds}: TargetModel,
  target: number
): {sources: number; factors: number} {
  const has = (column: readonly (number | null)[] | undefined): boolean => (column?.[target] ?? null) !== null;
  return {
    sources: sourceIds.filter((id) => has(board.scores[id])).length,
    factors: factorIds.filter((id) => has(board.factors[id])).length
  };
}
