import type {AdmetEndpoint} from "../tables/admet-endpoints.js";

/** Whether a molecule is like those a model has learnt from. */
export type Domain = "in" | "edge" | "out";

/** The three verdicts in the order of nearness. */
export const DOMAINS: readonly Domain[] = ["in", "edge", "out"];

/** A metric over the five seeds of the scaffold split: mean and population standard deviation. */
export interface SeedMetric {
  readonly mean: number;
  readonly sd: number;
  readonly seeds: readonly number[];
}

/** A mean over the rows of a domain; null where there is none. */
export interface DomainMean {
  readonly n: number;
  readonly mean: number | null;
}
export type ByDomain = Readonly<Record<"all" | Domain, DomainMean>>;

/** Doubt of a regression on the model's scale. */
export interface RegressionDoubt {
  /** Half width of the 80 % interval. */
  readonly halfWidths: Readonly<Record<Domain, number>>;
  /** Share of unseen scaffolds' values inside their interval. */
  readonly coverage: ByDomain;
  /** Mean absolute error. */
  readonly error: ByDomain;
}

/** Doubt of a class: Platt scaling, thresholds of the 80 % conformal set, calibration. */
export interface ClassDoubt {
  readonly slope: number;
  readonly intercept: number;
  /** Class 1 is in the set from this probability on. */
  readonly oneFrom: number;
  /** Class 0 is in the set up to this probability. */
  readonly zeroTo: number;
  readonly ece: number;
  readonly reliability: readonly {readonly predicted: number; readonly observed: number; readonly n: number}[];
  readonly coverage: ByDomain;
  /** Mean squared error of the probability (Brier score). */
  readonly error: ByDomain;
}

/** Leverage of a few descriptors: squared Mahalanobis distance to the training molecules and its 99 % limit. */
export interface Leverage {
  readonly features: readonly string[];
  readonly mean: readonly number[];
  readonly inverse: readonly number[];
  readonly limit: number;
}

/** What is known of a trained model: its data, how well it predicts and where. */
export interface ModelCard {
  readonly endpoint: AdmetEndpoint;
  readonly version: string;
  readonly date: string;
  readonly library: string;
  readonly licence: string;
  readonly parameters: Readonly<Record<string, number | string>>;
  readonly rows: number;
  readonly molecules: number;
  readonly scaffolds: number;
  /** Share of class 1; null for regressions. */
  readonly share: number | null;
  /** Smallest and largest training value on the model's scale. */
  readonly range: readonly [number, number];
  readonly metrics: Readonly<Record<string, SeedMetric>>;
  /** The metric that decides whether the endpoint shows a number, and the least it must reach. */
  readonly skill: {readonly metric: string; readonly value: number; readonly least: number; readonly shown: boolean};
  readonly doubt: RegressionDoubt | ClassDoubt;
  readonly leverage: Leverage;
  /** Largest change of a score by rounding leaves to 16 bits, on 1,000 molecules. */
  readonly roundingError: number;
  /** Largest difference of our score from the training library's with the same leaves, on 1,000 molecules. */
  readonly libraryDifference: number;
  readonly modelBytes: number;
  /** 0, 1, … 100 % quantiles of the prediction (probability for classes) over approved drugs; empty when none. */
  readonly drugQuantiles: readonly number[];
}

/** True for the doubt of a class. */
export function isClassDoubt(doubt: RegressionDoubt | ClassDoubt): doubt is ClassDoubt {
  return "slope" in doubt;
}
