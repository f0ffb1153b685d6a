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
const WANTED = ["hia", "pampa", "bioavailability"];

/**
 * Limits by endpoint id, in the endpoint's unit or probability of class 1. Endpoints without an agreed limit (whether
 * a drug should enter the brain depends on its target) have no row.
 */
export const ADMET_LIMITS: Readonly<Record<string, AdmetLimits>> = {
  ...Object.fromEntries(HARMFUL.map((id) => [id, LOW_IS_GOOD])),
  ...Object.fromEntries(WANTED.map((id) => [id, HIGH_IS_GOOD])),
  solubility: {favourable: [-4, Infinity], caution: [-6, Infinity], doi: SWISSADME},
  caco2: {favourable: [-5.15, Infinity], caution: [-6, Infinity], doi: ADMETLAB},
  logd: {favourable: [1, 3], caution: [0, 4], doi: ADMETLAB},
  ppb: {favourable: [0, 90], caution: [0, 98], doi: ADMETLAB},
  vdss: {favourable: [0.04, 20], caution: [0.01, 50], doi: ADMETLAB}
};
