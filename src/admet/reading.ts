import {ADMET_LIMITS, type AdmetVerdictWord} from "../tables/admet-limits.js";
import type {AdmetPrediction} from "./prediction.js";

/** The number of a prediction: value or probability; null when there is none. */
export function numberOf(prediction: AdmetPrediction): number | null {
  if (prediction.kind === "not-predictive") return null;
  return prediction.kind === "class" ? prediction.probability : prediction.value;
}

/** What a value means for a drug taken by mouth; null for endpoints without limits. */
export function verdictWord(endpointId: string, value: number): AdmetVerdictWord | null {
  const limits = ADMET_LIMITS[endpointId];
  if (!limits) return null;
  const isWithin = ([from, to]: readonly [number, number]): boolean => value >= from && value <= to;
  if (isWithin(limits.favourable)) return "favourable";
  return isWithin(limits.caution) ? "caution" : "unfavourable";
}

/** Percentage (0-100) of reference drugs predicted lower than `value`, from their quantiles; null without any. */
export function drugPercentile(quantiles: readonly number[], value: number): number | null {
  if (quantiles.length === 0) return null;
  const below = quantiles.filter((quantile) => quantile < value).length;
  return Math.round((100 * below) / quantiles.length);
}
