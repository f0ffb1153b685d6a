import {withMolecule, type RDKit} from "../chem/molecule.js";
import type {AdmetEngine} from "./admet-engine.js";
import {PAIR_BITS, PAIR_WORDS, numericWords} from "./feature-words.js";
import {admetFeatures, BIT_BLOCKS, N_BITS, NUMERIC_NAMES, type AdmetFeatures} from "./features.js";
import {bitBlock, EDGES_PER_FEATURE, LANES, WORDS_PER_BIT, type BitBlock} from "./forest.js";
import {hiddenAtoms} from "./hidden-atoms.js";
import {isClassDoubt, type ModelCard} from "./model-card.js";
import type {ModelSet} from "./model-set.js";
import {parentSmiles} from "./parent-smiles.js";
import type {TrainingIndex} from "./training-index.js";

/** A feature that drove a prediction. */
export interface FeatureReason {
  /** For a reader, e.g. "Crippen logP" or "donor and acceptor 4 bonds apart". */
  readonly words: string;
  /** Value of a numeric feature; null for fragments and pairs of points. */
  readonly value: number | null;
  /** Mean change of the prediction against 32 training molecules: on the model's scale, or in probability. */
  readonly effect: number;
}

/** Why a model answers as it does for one molecule. */
export interface PredictionReasons {
  /** SMILES of the part that was predicted; `atoms` are in its order. */
  readonly smiles: string;
  /** Fall of the score when each atom is hidden: on the model's scale, for classes in calibrated log-odds. */
  readonly atoms: readonly number[];
  /** Largest effects first, of either sign. */
  readonly features: readonly FeatureReason[];
}

const MOST_FEATURES = 8;
const BACKGROUND = 32;
const FRAGMENTS = "substructures (the atoms shown)";
const FRAGMENT_BITS = BIT_BLOCKS.pharmacophore.start;

/**
 * Why a model answers as it does. Atoms: the fall of the score when the substructures are lost that the atom takes part
 * in. Features: the mean change when one feature is taken from each of 32 training molecules of the
 * endpoint; effects of features that act together do not add up to the whole.
 * @returns null when RDKit cannot read the structure or the model shows no number
 * @throws when there is no such model
 * @see Riniker, Landrum, J. Cheminform. 2013, doi:10.1186/1758-2946-5-43 (atoms)
 * @see Štrumbelj, Kononenko, Knowl. Inf. Syst. 2014, doi:10.1007/s10115-013-0679-x (features)
 */
export function reasonsFor(
  rdkit: RDKit,
  {set, index, forests}: AdmetEngine,
  smiles: string,
  model: number
): PredictionReasons | null {
  const chosen = set.models[model];
  if (!chosen) throw new Error(`invalid model: ${String(model)}`);
  const parent = parentSmiles(smiles);
  const described = withMolecule(rdkit, parent, (mol) => ({
    features: admetFeatures(mol),
    hidden: hiddenAtoms(rdkit, mol)
  }));
  if (described === null || !chosen.card.skill.shown) return null;
  const {features, hidden} = described;
  const shown = (score: number): number => shownValue(chosen.card, score);
  const score = (block: BitBlock): Float32Array => {
    forests.load(block);
    return forests.scores(model);
  };
  const whole = score(bitBlock([features], set.edges, N_BITS))[0] ?? 0;
  const slope = isClassDoubt(chosen.card.doubt) ? chosen.card.doubt.slope : 1;
  const without = scoreEach(hidden, (some) => score(bitBlock(some, set.edges, N_BITS)));
  const others = background(rdkit, index, model);
  return {
    smiles: parent,
    atoms: without.map((value) => slope * (whole - value)),
    features: featureReasons(set, features, others, (block) => meanOf(score(block), others.length, shown), shown(whole))
  };
}

/** Probability of a class after calibration, the model's scale otherwise. */
function shownValue({doubt}: ModelCard, score: number): number {
  return isClassDoubt(doubt) ? 1 / (1 + Math.exp(-(doubt.slope * score + doubt.intercept))) : score;
}

function scoreEach(
  molecules: readonly AdmetFeatures[],
  score: (some: readonly AdmetFeatures[]) => Float32Array
): number[] {
  const blocks = Math.ceil(molecules.length / LANES);
  return Array.from({length: blocks}, (_, block) => {
    const some = molecules.slice(block * LANES, (block + 1) * LANES);
    return [...score(some)].slice(0, some.length);
  }).flat();
}

/** Features of up to 32 training molecules of the endpoint, evenly taken from all. */
function background(rdkit: RDKit, {measured, smiles}: TrainingIndex, model: number): AdmetFeatures[] {
  const molecules = measured[model]?.molecules ?? new Uint32Array();
  const step = Math.max(1, Math.floor(molecules.length / BACKGROUND));
  const chosen = [...molecules].filter((_, place) => place % step === 0).slice(0, BACKGROUND);
  return chosen.flatMap((molecule) => withMolecule(rdkit, smiles[molecule] ?? "", (mol) => admetFeatures(mol)) ?? []);
}

function meanOf(scores: Float32Array, n: number, shown: (score: number) => number): number {
  return scores.subarray(0, n).reduce((sum, score) => sum + shown(score), 0) / Math.max(1, n);
}

/** One run of bits of a block with what it stands for. */
interface Feature {
  readonly words: string;
  readonly value: number | null;
  readonly from: number;
  readonly to: number;
}

/** Every feature in turn is given to the molecule by the background; the change of the mean prediction is its effect. */
function featureReasons(
  {edges}: ModelSet,
  features: AdmetFeatures,
  others: readonly AdmetFeatures[],
  mean: (block: BitBlock) => number,
  whole: number
): FeatureReason[] {
  const own = bitBlock(
    others.map(() => features),
    edges,
    N_BITS
  );
  const theirs = bitBlock(others, edges, N_BITS);
  const reasons = changedFeatures(features, own, theirs).map(({words, value, from, to}) => {
    const mixed = own.slice();
    mixed.set(theirs.subarray(from * WORDS_PER_BIT, to * WORDS_PER_BIT), from * WORDS_PER_BIT);
    return {words, value, effect: whole - mean(mixed)};
  });
  return reasons
    .filter(({effect}) => effect !== 0)
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, MOST_FEATURES);
}

/** Features in which the molecule differs from any of the background. */
function changedFeatures(features: AdmetFeatures, own: BitBlock, theirs: BitBlock): Feature[] {
  const numeric = NUMERIC_NAMES.map((_, place): Feature => {
    const from = N_BITS + place * EDGES_PER_FEATURE;
    return {words: numericWords(place), value: features.values[place] ?? null, from, to: from + EDGES_PER_FEATURE};
  });
  const pairs = PAIR_WORDS.map(({bit, words}): Feature => ({words, value: null, from: bit, to: bit + PAIR_BITS}));
  const all: Feature[] = [...numeric, ...pairs, {words: FRAGMENTS, value: null, from: 0, to: FRAGMENT_BITS}];
  return all.filter(({from, to}) => {
    const [first, end] = [from * WORDS_PER_BIT, to * WORDS_PER_BIT];
    return own.subarray(first, end).some((word, place) => word !== theirs[first + place]);
  });
}
