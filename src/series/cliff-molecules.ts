import {editSimilarity} from "../base/edit-similarity.js";
import {genericGraph} from "../chem/generic-framework.js";
import {moleculeGraph} from "../chem/molecule-graph.js";
import {type RDKit, withMolecule} from "../chem/molecule.js";
import {murckoScaffold} from "../chem/murcko-scaffold.js";
import {withGraph} from "../chem/sub-molecule.js";
import {FingerprintIndex} from "../kernels/fingerprint-index.js";
import {tanimoto} from "../kernels/similarity-metric.js";

/** MoleculeACE's limits: similarity in any of three ways, potency more than tenfold apart. */
export const CLIFF_MOLECULE_LIMITS = {similarity: 0.9, fold: 10} as const;

const FP_OPTIONS = JSON.stringify({radius: 2, nBits: 1024});
const FP_BYTES = 128;

/** A molecule as the definition compares it. */
export interface CliffMolecule {
  readonly smiles: string;
  /** Morgan fingerprint (radius 2, 1024 bits) of the molecule, and of it with every atom a carbon and every bond single. */
  readonly fingerprint: Uint8Array;
  readonly genericFingerprint: Uint8Array;
}

/**
 * What the definition compares of a molecule; null when it cannot be read. A molecule that has no generic form (an atom
 * with more than four neighbours) is compared by its scaffold, as there.
 *
 * @see van Tilborg, Alenicheva & Grisoni 2022, doi:10.1021/acs.jcim.2c01073
 */
export function cliffMolecule(rdkit: RDKit, smiles: string): CliffMolecule | null {
  return withMolecule(rdkit, smiles, (molecule) => {
    const fingerprint = molecule.get_morgan_fp_as_uint8array(FP_OPTIONS);
    const generic = withGraph(rdkit, genericGraph(moleculeGraph(molecule)), (skeleton) =>
      skeleton.get_morgan_fp_as_uint8array(FP_OPTIONS)
    );
    const scaffold = (): Uint8Array | null =>
      withMolecule(rdkit, murckoScaffold(rdkit, molecule) ?? "", (one) => one.get_morgan_fp_as_uint8array(FP_OPTIONS));
    return {smiles, fingerprint, genericFingerprint: generic ?? scaffold() ?? new Uint8Array(FP_BYTES)};
  });
}

/**
 * For each molecule whether it is in an activity cliff by MoleculeACE's definition: with some other molecule it is at
 * least 0.9 similar by fingerprint, by fingerprint of its generic form, or by the edit distance of the SMILES, and
 * their potencies are more than tenfold apart.
 *
 * @param potencies one concentration for each molecule, any unit
 * @see van Tilborg, Alenicheva & Grisoni 2022, doi:10.1021/acs.jcim.2c01073
 */
export async function cliffMolecules(
  kernels: WebAssembly.Module,
  molecules: readonly CliffMolecule[],
  potencies: ArrayLike<number>
): Promise<boolean[]> {
  const {similarity, fold} = CLIFF_MOLECULE_LIMITS;
  const found = molecules.map(() => false);
  const isFar = (a: number, b: number): boolean => {
    const ratio = (potencies[a] ?? NaN) / (potencies[b] ?? NaN);
    return ratio > fold || 1 / ratio > fold;
  };
  const mark = (a: number, b: number): void => {
    if (a === b || !isFar(a, b)) return;
    found[a] = true;
    found[b] = true;
  };
  for (const fingerprints of [
    molecules.map((one) => one.fingerprint),
    molecules.map((one) => one.genericFingerprint)
  ]) {
    const index = await FingerprintIndex.build(kernels, fingerprints, FP_BYTES);
    fingerprints.forEach((query, row) => {
      for (const other of index.neighbours(query, tanimoto, similarity).rows) mark(row, other);
    });
  }
  molecules.forEach(({smiles}, a) => {
    for (let b = 0; b < a; b++)
      if (
        !(found[a] && found[b]) &&
        isFar(a, b) &&
        editSimilarity(smiles, molecules[b]?.smiles ?? "", similarity) >= similarity
      )
        mark(a, b);
  });
  return found;
}
