import {admetColumns, ADMET_REFUSED_COLUMN, endpointColumns, type EndpointColumns} from "../tables/admet-columns.js";
import type {AdmetEndpoint} from "../tables/admet-endpoints.js";
import {ColumnSet} from "../tables/column-set.js";
import {defineTable} from "../tables/table.js";
import {DOMAINS, type ModelCard} from "./model-card.js";
import {CLASS_SETS, type PredictionColumns} from "./prediction-columns.js";

/** Predictions of many molecules, one set of columns per model, rows as in the set they belong to. */
export interface Predictions {
  readonly cards: readonly ModelCard[];
  readonly columns: readonly PredictionColumns[];
  /** Why no model was asked, by row; null where they were, or not yet. */
  readonly refused: readonly (string | null)[];
}

/** Probabilities of being among the best, by endpoint id. */
export type TopColumns = ReadonlyMap<string, Float64Array>;

type Cell = string | number | boolean | null;

/**
 * A set with the columns of the chosen endpoints behind its own, which are shared and not copied.
 *
 * @param predictions null while there are none: the columns are then missing throughout
 * @param tops probabilities of being among the best N; missing where not given
 * @param pause awaited after each endpoint, so that a page can answer meanwhile
 */
export async function withPredictions(
  set: ColumnSet,
  endpoints: readonly AdmetEndpoint[],
  predictions: Predictions | null,
  tops: TopColumns,
  pause: () => Promise<void> = () => Promise.resolve()
): Promise<ColumnSet> {
  const {name, about, columns} = set.table;
  const added = admetColumns(endpoints);
  const numbers: Record<string, Float64Array> = {};
  const others: Record<string, Cell[]> = {};
  for (const column of Object.keys(columns)) {
    if (set.numericNames.includes(column)) numbers[column] = set.numbers(column);
    else others[column] = set.texts(column);
  }
  for (const endpoint of endpoints) {
    fillEndpoint(endpointColumns(endpoint), set.rowCount, predictions, tops, numbers, others);
    await pause();
  }
  others[ADMET_REFUSED_COLUMN] = Array.from({length: set.rowCount}, (_, row) => predictions?.refused[row] ?? null);
  return ColumnSet.of(defineTable(name, about, {...columns, ...added}), set.rowCount, numbers, others);
}

function fillEndpoint(
  {endpoint, value, low, high, set, domain, steps, top}: EndpointColumns,
  rowCount: number,
  predictions: Predictions | null,
  tops: TopColumns,
  numbers: Record<string, Float64Array>,
  others: Record<string, Cell[]>
): void {
  const place = predictions?.cards.findIndex((card) => card.endpoint.id === endpoint.id) ?? -1;
  const found = predictions?.columns[place];
  const missing = (): Float64Array => new Float64Array(rowCount).fill(NaN);
  const word = (codes: Uint8Array | undefined, words: readonly string[]): Cell[] =>
    Array.from({length: rowCount}, (_, row) => words[codes?.[row] ?? -1] ?? null);
  numbers[value] = found ? Float64Array.from(found.value) : missing();
  if (low !== null) numbers[low] = found ? Float64Array.from(found.low) : missing();
  if (high !== null) numbers[high] = found ? Float64Array.from(found.high) : missing();
  if (top !== null) numbers[top] = tops.get(endpoint.id) ?? missing();
  if (set !== null) others[set] = word(found?.set, CLASS_SETS);
  others[domain] = word(found?.domain, DOMAINS);
  numbers[steps] = Float64Array.from({length: rowCount}, (_, row) => {
    const code = found?.domain[row] ?? DOMAINS.length;
    return code < DOMAINS.length ? code : NaN;
  });
}
