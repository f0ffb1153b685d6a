import {withMolecule, type Mol, type RDKit} from "../chem/molecule.js";
import {descriptors as describe} from "../chem/descriptors.js";
import type {Descriptors} from "../tables/descriptor-columns.js";
import type {AdmetEngine} from "./admet-engine.js";
import {domainOf, leverageDistance, SIMILARITY_LIMITS} from "./domain.js";
import {admetFeatures, N_BITS, type AdmetFeatures} from "./features.js";
import {bitBlock, LANES} from "./forest.js";
import {molecularGraph} from "./molecular-graph.js";
import {parentSmiles} from "./parent-smiles.js";
import {predictionOf, type AdmetPrediction} from "./prediction.js";
import {refusal} from "./refusal.js";
import {fingerprintOf, nearestSimilarities} from "./training-index.js";

/** Answer for one molecule: one prediction per model, in their order, or why no model was asked. */
export type AdmetVerdict =
  | {readonly refused: string; readonly predictions: null}
  | {readonly refused: null; readonly predictions: readonly AdmetPrediction[]};

/** A molecule to predict; descriptors may be given when they are known for the parent of `smiles`. */
export interface AdmetInput {
  readonly smiles: string;
  readonly descriptors?: Descriptors;
}

/** Stands in a block for a molecule no model is asked about. */
const NO_FEATURES: AdmetFeatures = {bits: new Uint16Array(), values: new Float32Array()};

const NO_SCORES = new Float32Array();

type Described = {readonly refused: string} | {readonly refused: null; readonly features: AdmetFeatures};

/**
 * Predicts every endpoint for every molecule, in order: a value, a probability or a refusal with its reason, never
 * NaN. Salts are predicted for their largest part. An empty list gives an empty list.
 * @param wanted places of the models to ask, null for all; the others give no number
 */
export function predictAdmet(
  rdkit: RDKit,
  engine: AdmetEngine,
  inputs: readonly AdmetInput[],
  wanted: ReadonlySet<number> | null = null
): AdmetVerdict[] {
  const isAsked = (model: number): boolean => wanted?.has(model) ?? true;
  const described = inputs.map((input) => describeInput(rdkit, input));
  const scores = scoreAll(
    engine,
    described.map((molecule) => (molecule.refused === null ? molecule.features : NO_FEATURES)),
    isAsked
  );
  return described.map((molecule, place): AdmetVerdict => {
    if (molecule.refused !== null) return {refused: molecule.refused, predictions: null};
    return {refused: null, predictions: judge(engine, molecule.features, scores[place] ?? NO_SCORES, isAsked)};
  });
}

function describeInput(rdkit: RDKit, {smiles, descriptors}: AdmetInput): Described {
  const parent = parentSmiles(smiles);
  const known = parent === smiles ? descriptors : undefined;
  const described = withMolecule(rdkit, parent, (mol) => describeMolecule(mol, known));
  return described ?? {refused: "RDKit cannot read the structure"};
}

function describeMolecule(mol: Mol, known: Descriptors | undefined): Described {
  const graph = molecularGraph(mol);
  if (graph.size === 0) return {refused: "no structure"};
  const descriptors = known ?? describe(mol);
  const refused = refusal(graph, descriptors.n_amide_bonds);
  return refused === null ? {refused, features: admetFeatures(mol, descriptors, graph)} : {refused};
}

/** Scores by molecule, one per model; models that show no number are not asked. */
function scoreAll(
  {set: {models, edges}, forests}: AdmetEngine,
  molecules: readonly AdmetFeatures[],
  isAsked: (model: number) => boolean
): Float32Array[] {
  const scores = molecules.map(() => new Float32Array(models.length));
  for (let start = 0; start < molecules.length; start += LANES) {
    forests.load(bitBlock(molecules.slice(start, start + LANES), edges, N_BITS));
    models.forEach(({card}, model) => {
      if (!card.skill.shown || !isAsked(model)) return;
      const ofBlock = forests.scores(model);
      scores.slice(start, start + LANES).forEach((row, lane) => {
        row[model] = ofBlock[lane] ?? 0;
      });
    });
  }
  return scores;
}

function judge(
  {set: {models}, index, fingerprints}: AdmetEngine,
  features: AdmetFeatures,
  scores: Float32Array,
  isAsked: (model: number) => boolean
): AdmetPrediction[] {
  const nearest = nearestSimilarities(index, fingerprints, fingerprintOf(features.bits), SIMILARITY_LIMITS.edge);
  return models.map(({card, leverage}, model) => {
    const distance = leverageDistance(leverage, features.values);
    const domain = domainOf(nearest[model] ?? 0, distance, leverage.limit);
    return isAsked(model) ? predictionOf(card, scores[model] ?? 0, domain) : {kind: "not-predictive", domain};
  });
}
