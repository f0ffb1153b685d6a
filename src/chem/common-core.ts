import {withMolecule, type Mol, type RDKit} from "./molecule.js";
import {moleculeGraph} from "./molecule-graph.js";
import {isTooLarge} from "./structure-size.js";
import {subMoleculeSmiles} from "./sub-molecule.js";

/** Parts of the molecules that must hold the core, tried in this order: all of them, most, some. */
const THRESHOLDS: readonly number[] = [1, 0.6, 0.3];
/** Seconds after which the largest found so far is taken, and what matches. */
const SEARCH = {
  Timeout: 5,
  ...{RingMatchesRingOnly: true, CompleteRingsOnly: true, AtomCompare: "Elements", BondCompare: "Order"}
};
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
  const molecules = smiles.flatMap((text) => (isTooLarge(text) ? [] : (rdkit.get_mol(text) ?? [])));
  const [first] = molecules;
  const list = new rdkit.MolList();
  try {
    for (const molecule of molecules) list.append(molecule);
    if (!first || molecules.length < 2 || smiles[0] === undefined) return null;
    for (const Threshold of THRESHOLDS) {
      const smarts = rdkit.get_mcs_as_smarts(list, JSON.stringify({...SEARCH, Threshold}));
      const core = coreOf(rdkit, smiles[0], first, smarts);
      if (core !== null) return core;
    }
    return null;
  } finally {
    list.delete();
    for (const molecule of molecules) molecule.delete();
  }
}

function coreOf(rdkit: RDKit, smiles: string, first: Mol, smarts: string): string | null {
  const query = smarts === "" ? null : rdkit.get_qmol(smarts);
  if (query === null) return null;
  const {atoms = []} = JSON.parse(first.get_substruct_match(query)) as {atoms?: readonly number[]};
  query.delete();
  if (atoms.length < SMALLEST_CORE) return null;
  return withMolecule(rdkit, smiles, (molecule) => subMoleculeSmiles(rdkit, moleculeGraph(molecule), new Set(atoms)));
}
