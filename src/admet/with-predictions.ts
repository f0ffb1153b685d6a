import {admetColumns, ADMET_REFUSED_COLUMN, endpointColumns} from "../tables/admet-columns.js";
import type {AdmetEndpoint} from "../tables/admet-endpoints.js";
import type {AddedColumn, ColumnSet} from "../tables/column-set.js";
import type {TextColumn} from "../tables/text-column.js";
import {DOMAINS, type ModelCard} from "./model-card.js";
import {CLASS_SETS, NO_CODE, type PredictionColumns} from "./prediction-columns.js";

/** Predictions of many molecules, one set of columns per model, rows as in the set they belong to. */
export interface Predictions {
  readonly cards: readonly ModelCard[];
  readonly columns: readonly PredictionColumns[];
  /** Why no model was asked, by row; null where they were, or not yet. */
  readonly refused: readonly (string | null)[];
}

/** Probabilities of being among the best, by endpoint id. */
export type TopColumns = ReadonlyMap<string, Float64Array>;

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
  const values = new Map<string, Values>();
  const nothing = new Float64Array(set.rowCount).fill(NaN);
  for (const endpoint of endpoints) {
    const place = predictions?.cards.findIndex((card) => card.endpoint.id === endpoint.id) ?? -1;
    const found = predictions?.columns[place] ?? null;
    for (const [name, own] of endpointValues(endpoint, found, tops, nothing)) values.set(name, own);
    await pause();
  }
  values.set(ADMET_REFUSED_COLUMN, predictions?.refused.slice() ?? {codes: new Uint8Array(set.rowCount), words: []});
  const added = Object.entries(admetColumns(endpoints)).map(([name, column]): AddedColumn => ({
    name,
    column,
    values: values.get(name) ?? nothing
  }));
  return set.withColumns(added);
}

type Values = Float64Array | TextColumn;

/** The columns of one endpoint by name; words stay the codes that the models gave. Nothing is shared with predictions that still grow. */
function endpointValues(
  endpoint: AdmetEndpoint,
  found: PredictionColumns | null,
  tops: TopColumns,
  nothing: Float64Array
): (readonly [string, Values])[] {
  const {value, low, high, set, domain, steps, top} = endpointColumns(endpoint);
  const noCodes = new Uint8Array(nothing.length).fill(NO_CODE);
  const all: readonly (readonly [string | null, Values])[] = [
    [value, found ? new Float64Array(found.value) : nothing],
    [low, found && low !== null ? new Float64Array(found.low) : nothing],
    [high, found && high !== null ? new Float64Array(found.high) : nothing],
    [top, tops.get(endpoint.id) ?? nothing],
    [set, {codes: found?.set.slice() ?? noCodes, words: CLASS_SETS}],
    [domain, {codes: found?.domain.slice() ?? noCodes, words: DOMAINS}],
    [steps, found ? stepsOf(found.domain) : nothing]
  ];
  return all.flatMap(([name, values]) => (name === null ? [] : [[name, values] as const]));
}

/** Steps outside a domain: its code, NaN where there is none. */
function stepsOf(domain: Uint8Array): Float64Array {
  const steps = new Float64Array(domain);
  for (let row = 0; row < steps.length; row++) if ((steps[row] ?? NaN) >= DOMAINS.length) steps[row] = NaN;
  return steps;
}
