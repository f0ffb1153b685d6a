import type {DesirabilityCurve} from "../scoring/desirability.js";
import {harmonicSum} from "../scoring/harmonic-sum.js";
import type {PriorityScores} from "../scoring/priority-scores.js";
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

/** A favourable factor is worth 1, a neutral one a half, an unfavourable one 0, until a reader draws it otherwise. */
export const FACTOR_CURVE: DesirabilityCurve = {
  points: [
    [-1, 0],
    [1, 1]
  ]
};

/** What a state makes of the board. */
export interface RankedTargets {
  readonly scores: Float64Array;
  readonly ranks: Float64Array;
  /** Prioritisation factors joined under the weights and curves in force. */
  readonly priority: PriorityScores;
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

/** How much is known of a target: sources with evidence and factors assessed. */
export function coverageOf(
  {board, sourceIds, factorIds}: Pick<TargetModel, "board" | "sourceIds" | "factorIds">,
  target: number
): {sources: number; factors: number} {
  const has = (column: readonly (number | null)[] | undefined): boolean => (column?.[target] ?? null) !== null;
  return {
    sources: sourceIds.filter((id) => has(board.scores[id])).length,
    factors: factorIds.filter((id) => has(board.factors[id])).length
  };
}
