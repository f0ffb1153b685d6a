import {commonSubstructure} from "./common-substructure.js";
import {withMolecule, type RDKit} from "./molecule.js";
import {moleculeGraph} from "./molecule-graph.js";
import {subMoleculeSmiles} from "./sub-molecule.js";

/** Parts of the molecules that must hold the core, tried in this order: all of them, most, some. */
const SHARES: readonly number[] = [1, 0.6, 0.3];
/** Seconds after which the largest found so far is taken. */
const SECONDS = 5;
/** Atoms below which a core says nothing of how molecules are alike. */
const SMALLEST_CORE = 6;

/**
 * The largest part that the first molecule shares with the others, with most or with some of them, as SMILES of that part of the first: to lay
 * structures of a table over. Null when they share fewer than six atoms, the first does not hold what the others share,
 * or fewer than two can be read.
 *
 * @see Dalke & Hastings 2013, doi:10.1186/1758-2946-5-S1-O6 (FMCS, as RDKit has it)
 */
export function commonCore(rdkit: RDKit, smiles: readonly string[]): string | null {
  const [first] = smiles;
  if (first === undefined) return null;
  for (const share of SHARES) {
    const shared = commonSubstructure(rdkit, smiles, {seconds: SECONDS, share});
    const core = shared === null ? null : coreOf(rdkit, first, shared.smarts);
    if (core !== null) return core;
  }
  return null;
}

function coreOf(rdkit: RDKit, smiles: string, smarts: string): string | null {
  return withMolecule(rdkit, smiles, (molecule) => {
    const query = rdkit.get_qmol(smarts);
    if (query === null) return null;
    const {atoms = []} = JSON.parse(molecule.get_substruct_match(query)) as {atoms?: readonly number[]};
    query.delete();
    if (atoms.length < SMALLEST_CORE) return null;
    return subMoleculeSmiles(rdkit, moleculeGraph(molecule), new Set(atoms));
  });
}
