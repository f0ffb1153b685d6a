import {withMolecule, type RDKit} from "../chem/molecule.js";
import type {AdmetEngine} from "./admet-engine.js";
import {admetFeatures} from "./features.js";
import {parentSmiles} from "./parent-smiles.js";
import {predictAdmet, type AdmetVerdict} from "./predict.js";
import {toUnit} from "./prediction.js";
import {fingerprintOf, nearestNeighbours, similarities, type Neighbour} from "./training-index.js";

/** A measured training molecule; `isSame` when it is the molecule asked about itself. */
export interface MeasuredNeighbour extends Neighbour {
  readonly isSame: boolean;
}

/** Everything known of one molecule: the verdict and, per model, the three nearest measured molecules. */
export interface AdmetExplanation {
  readonly verdict: AdmetVerdict;
  /** In the order of the models; values in the endpoint's unit, classes as 0 or 1. Empty when refused. */
  readonly neighbours: readonly (readonly MeasuredNeighbour[])[];
}

/** Predicts one molecule and finds the three training molecules most like it for every endpoint. */
export function explainAdmet(rdkit: RDKit, engine: AdmetEngine, smiles: string): AdmetExplanation {
  const {set, index} = engine;
  const verdict = predictAdmet(rdkit, engine, [{smiles}])[0] ?? {refused: "no structure", predictions: null};
  if (verdict.refused !== null) return {verdict, neighbours: []};
  const parent = parentSmiles(smiles);
  const fingerprint = withMolecule(rdkit, parent, (mol) => fingerprintOf(admetFeatures(mol).bits));
  const similarity = similarities(index, fingerprint ?? new Uint16Array());
  const canonical = canonicalSmiles(rdkit, parent);
  const neighbours = set.models.map(({card}, model) =>
    nearestNeighbours(index, similarity, model).map((neighbour) => ({
      ...neighbour,
      value: toUnit(card.endpoint, neighbour.value),
      isSame: neighbour.similarity === 1 && canonicalSmiles(rdkit, neighbour.smiles) === canonical
    }))
  );
  return {verdict, neighbours};
}

const canonicalSmiles = (rdkit: RDKit, smiles: string): string | null =>
  withMolecule(rdkit, smiles, (mol) => mol.get_smiles());
