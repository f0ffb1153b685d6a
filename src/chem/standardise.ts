import type {Mol, RDKit} from "./molecule.js";
import {withMolecule} from "./molecule.js";
import {neutralise} from "./neutralise.js";
import {normaliseGroups} from "./normalise-groups.js";

/** A counter-ion or solvent, taken off when something else is left. */
export interface SaltFragment {
  readonly name: string;
  readonly kind: "salt" | "solvent";
  /** Neutral form. */
  readonly smiles: string;
}

/** Canonical SMILES of salts and solvents, for one engine. */
export type SaltSet = ReadonlySet<string>;

/** What standardisation can do to a structure, in the order in which it does it. */
export type StandardChange =
  "normalised groups" | "removed salt" | "kept largest fragment" | "removed duplicate fragment" | "neutralised";

/** The standardised parent of a structure. */
export interface StandardForm {
  /** Canonical SMILES of the parent. */
  readonly smiles: string;
  /** What was done, in order, none twice; empty when the input already was its own parent. */
  readonly changes: readonly StandardChange[];
}

/**
 * Reads the curated list of salts and solvents for one engine.
 *
 * @throws `invalid salt …` when RDKit cannot read one
 */
export function compileSalts(rdkit: RDKit, fragments: readonly SaltFragment[]): SaltSet {
  return new Set(
    fragments.map(({name, smiles}) => {
      const canonical = withMolecule(rdkit, smiles, (molecule) => molecule.get_smiles());
      if (canonical === null) throw new Error(`invalid salt ${name}: ${smiles}`);
      return canonical;
    })
  );
}

/**
 * The parent of a structure: groups drawn in one way (`normaliseGroups`), salts and solvents taken off, the largest of what is left kept, charges settled by protons.
 * Isotopes and stereochemistry stay. Of salts and solvents alone the one organic substance is kept (benzoic acid of
 * sodium benzoate); where there is none or several, the structure stays as it is, charges included.
 *
 * It differs from the ChEMBL structure pipeline in that one fragment is kept where ChEMBL keeps a mixture, and that a
 * salt of a listed acid or base alone is taken apart.
 *
 * @see Bento 2020 doi:10.1186/s13321-020-00456-1
 */
export function standardise(rdkit: RDKit, salts: SaltSet, molecule: Mol): StandardForm {
  const read = molecule.get_smiles();
  const normal = normaliseGroups(rdkit, read);
  const {smiles, changes} = parentOf(rdkit, salts, normal);
  return {smiles, changes: normal === read ? changes : ["normalised groups", ...changes]};
}

function parentOf(rdkit: RDKit, salts: SaltSet, smiles: string): StandardForm {
  if (!smiles.includes(".")) return settle(rdkit, smiles);
  const fragments = smiles.split(".").map((text) => settle(rdkit, text));
  const parents = parentsAmong(fragments, salts);
  if (parents === null) return {smiles, changes: []};
  const unique = [...new Map(parents.map((parent) => [parent.smiles, parent])).values()];
  const largest = unique.reduce((best, next) => (isLarger(rdkit, next.smiles, best.smiles) ? next : best));
  const changes: StandardChange[] = [];
  if (parents.length < fragments.length) changes.push("removed salt");
  if (unique.length < parents.length) changes.push("removed duplicate fragment");
  if (unique.length > 1) changes.push("kept largest fragment");
  return {smiles: largest.smiles, changes: [...changes, ...largest.changes]};
}

/** What is left without salts and solvents; where all are such, the organic ones; null where that settles nothing. */
function parentsAmong(fragments: readonly StandardForm[], salts: SaltSet): readonly StandardForm[] | null {
  const parents = fragments.filter((fragment) => !salts.has(fragment.smiles));
  if (parents.length > 0) return parents;
  const organic = fragments.filter(({smiles}) => ORGANIC.test(smiles.replace(NOT_CARBON, "")));
  const isOne = new Set(organic.map(({smiles}) => smiles)).size === 1;
  return isOne ? organic : null;
}

const NOT_CARBON = /Cl|\[[^\]]*\]/g;
const ORGANIC = /[Cc]/;

function settle(rdkit: RDKit, smiles: string): StandardForm {
  const neutral = neutralise(rdkit, smiles);
  return {smiles: neutral, changes: neutral === smiles ? [] : ["neutralised"]};
}

/** More heavy atoms, then more mass, then the alphabetically first SMILES, so that the order of writing cannot matter. */
function isLarger(rdkit: RDKit, one: string, other: string): boolean {
  const [a, b] = [sizeOf(rdkit, one), sizeOf(rdkit, other)];
  if (a.heavy !== b.heavy) return a.heavy > b.heavy;
  if (a.mass !== b.mass) return a.mass > b.mass;
  return one < other;
}

function sizeOf(rdkit: RDKit, smiles: string): {readonly heavy: number; readonly mass: number} {
  const size = withMolecule(rdkit, smiles, (molecule) => ({
    heavy: molecule.get_num_atoms(true),
    mass: (JSON.parse(molecule.get_descriptors()) as {readonly amw: number}).amw
  }));
  return size ?? {heavy: 0, mass: 0};
}
