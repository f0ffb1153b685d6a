/** How a prediction reads for a drug taken by mouth: each has a shape and a word, so that colour is not needed. */
export type AdmetVerdictWord = "favourable" | "caution" | "unfavourable";

/** Limits of one endpoint: values within `favourable` are favourable, within `caution` need care, others are not. */
export interface AdmetLimits {
  readonly favourable: readonly [from: number, to: number];
  readonly caution: readonly [from: number, to: number];
  /** DOI of the source of the limits. */
  readonly doi: string;
}

const ADMETLAB = "10.1093/nar/gkab255";
const SWISSADME = "10.1038/srep42717";
// ADMETlab 2.0 reads a probability of harm: up to 0.3 favourable, up to 0.7 not to be trusted, above unfavourable.
const LOW_IS_GOOD = {favourable: [0, 0.3], caution: [0, 0.7], doi: ADMETLAB} as const;
const HIGH_IS_GOOD = {favourable: [0.7, 1], caution: [0.3, 1], doi: ADMETLAB} as const;

const HARMFUL = [
  "pgp-inhibitor",
  "cyp1a2-inhibitor",
  "cyp2c9-inhibitor",
  "cyp2c19-inhibitor",
  "cyp2d6-inhibitor",
  "cyp3a4-inhibitor",
  "herg",
  "herg-karim",
  "ames",
  "dili",
  "clintox",
  "carcinogens",
  "skin-reaction",
  "tox21-nr-ar",
  "tox21-nr-ar-lbd",
  "tox21-nr-ahr",
  "tox21-nr-aromatase",
  "tox21-nr-er",
  "tox21-nr-er-lbd",
  "tox21-nr-ppar-gamma",
  "tox21-sr-are",
  "tox21-sr-atad5",
  "tox21-sr-hse",
  "tox21-sr-mmp",
  "tox21-sr-p53"
];
// ADMETlab 2.0 predicts the lack of these, so its limits are mirrored.
const WANTED = ["hia", "bioavailability"];

/**
 * Limits by endpoint id, in the endpoint's unit or probability of class 1. Where the source names one limit only, there
 * is no band of caution between. Endpoints for which the source gives no limit (whether a drug should enter the brain
 * depends on its target; permeability in PAMPA) have no row.
 */
export const ADMET_LIMITS: Readonly<Record<string, AdmetLimits>> = {
  ...Object.fromEntries(HARMFUL.map((id) => [id, LOW_IS_GOOD])),
  ...Object.fromEntries(WANTED.map((id) => [id, HIGH_IS_GOOD])),
  solubility: {favourable: [-4, Infinity], caution: [-6, Infinity], doi: SWISSADME},
  caco2: {favourable: [-5.15, Infinity], caution: [-5.15, Infinity], doi: ADMETLAB},
  logd: {favourable: [1, 3], caution: [1, 3], doi: ADMETLAB},
  ppb: {favourable: [0, 90], caution: [0, 90], doi: ADMETLAB},
  vdss: {favourable: [0.04, 20], caution: [0.04, 20], doi: ADMETLAB}
};

/** Which end is better for a drug taken by mouth; null when neither is, or no limit is agreed. */
export function betterOf(id: string): "higher" | "lower" | null {
  const favourable = ADMET_LIMITS[id]?.favourable;
  if (!favourable) return null;
  const [from, to] = favourable;
  if (to === Infinity || (to === 1 && from > 0)) return "higher";
  return from === 0 ? "lower" : null;
}
