import type {AdmetEndpoint} from "../tables/admet-endpoints.js";
import {isClassDoubt, type Domain, type ModelCard} from "./model-card.js";

/** Which classes remain possible at 80 % confidence; "neither" is unlike both. */
export type ClassSet = "yes" | "no" | "either" | "neither";

/** A predicted value with its 80 % interval, in the endpoint's unit. */
export interface RegressionPrediction {
  readonly kind: "regression";
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly domain: Domain;
}

/** A calibrated probability (0-1) of class 1 with its conformal set. */
export interface ClassPrediction {
  readonly kind: "class";
  readonly probability: number;
  readonly set: ClassSet;
  readonly domain: Domain;
}

/** No number: the model's cross-validated skill is below the limit. */
export interface NoPrediction {
  readonly kind: "not-predictive";
  readonly domain: Domain;
}
export type AdmetPrediction = RegressionPrediction | ClassPrediction | NoPrediction;

/** Turns the score of a forest into what may be shown, with its doubt. */
export function predictionOf(card: ModelCard, score: number, domain: Domain): AdmetPrediction {
  const {doubt} = card;
  if (!card.skill.shown) return {kind: "not-predictive", domain};
  if (isClassDoubt(doubt)) {
    const probability = 1 / (1 + Math.exp(-(doubt.slope * score + doubt.intercept)));
    return {kind: "class", probability, set: classSet(probability, doubt.oneFrom, doubt.zeroTo), domain};
  }
  const half = doubt.halfWidths[domain];
  return {
    kind: "regression",
    value: toUnit(card.endpoint, score),
    low: toUnit(card.endpoint, score - half),
    high: toUnit(card.endpoint, score + half),
    domain
  };
}

/** Turns a value on the model's scale into the endpoint's unit; percentages stay within 0-100. */
export function toUnit({scale, unit}: AdmetEndpoint, value: number): number {
  const measured = scale === "log10" ? 10 ** value : value;
  return unit === "%" ? Math.min(100, Math.max(0, measured)) : measured;
}

function classSet(probability: number, oneFrom: number, zeroTo: number): ClassSet {
  const isOne = probability >= oneFrom;
  const isZero = probability <= zeroTo;
  if (isOne && isZero) return "either";
  return isOne ? "yes" : isZero ? "no" : "neither";
}
