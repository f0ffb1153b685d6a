import {DOMAINS} from "./model-card.js";
import type {AdmetVerdict} from "./predict.js";
import type {AdmetPrediction, ClassSet} from "./prediction.js";

/** Predictions of one endpoint for many molecules; NaN and `NO_CODE` where there is none. */
export interface PredictionColumns {
  /** Value in the endpoint's unit, or probability of class 1. */
  readonly value: Float32Array;
  /** Ends of the 80 % interval; NaN for classes. */
  readonly low: Float32Array;
  readonly high: Float32Array;
  /** Index into `CLASS_SETS`. */
  readonly set: Uint8Array;
  /** Index into `DOMAINS`. */
  readonly domain: Uint8Array;
}

/** Conformal sets in the order of their codes. */
export const CLASS_SETS: readonly ClassSet[] = ["yes", "no", "either", "neither"];

/** The code of "no answer". */
export const NO_CODE = 255;

/** Turns verdicts of a batch into one set of columns per model, rows in the order of the batch. */
export function predictionColumns(verdicts: readonly AdmetVerdict[], nModels: number): PredictionColumns[] {
  return Array.from({length: nModels}, (_, model) => {
    const columns = emptyColumns(verdicts.length);
    verdicts.forEach(({predictions}, row) => {
      const prediction = predictions?.[model];
      if (prediction) writeRow(columns, row, prediction);
    });
    return columns;
  });
}

/** Columns of `length` rows with no answer in any. */
export function emptyColumns(length: number): PredictionColumns {
  const noNumber = (): Float32Array => new Float32Array(length).fill(NaN);
  const noCode = (): Uint8Array => new Uint8Array(length).fill(NO_CODE);
  return {value: noNumber(), low: noNumber(), high: noNumber(), set: noCode(), domain: noCode()};
}

function writeRow({value, low, high, set, domain}: PredictionColumns, row: number, prediction: AdmetPrediction): void {
  domain[row] = DOMAINS.indexOf(prediction.domain);
  if (prediction.kind === "class") {
    value[row] = prediction.probability;
    set[row] = CLASS_SETS.indexOf(prediction.set);
  }
  if (prediction.kind === "regression") {
    value[row] = prediction.value;
    low[row] = prediction.low;
    high[row] = prediction.high;
  }
}
