import type {RDKit} from "./molecule.js";
import {isTooLarge} from "./structure-size.js";

/** The largest part that molecules share; atoms and bonds count its own. */
export interface CommonSubstructure {
  readonly smarts: string;
  readonly atoms: number;
  readonly bonds: number;
  /** True when the search ran out of time: this is shared, but a larger part may be. */
  readonly isPartial: boolean;
}

/** How it is searched. */
export interface CommonSubstructureOptions {
  /** Longest search in seconds. */
  readonly seconds: number;
  /** Least share of the molecules that must hold it, above 0, at most 1. */
  readonly share: number;
}

const DEFAULTS: CommonSubstructureOptions = {seconds: 20, share: 1};

/**
 * Maximum common substructure of molecules by RDKit's FMCS, which everything here that needs one asks; ring atoms match ring atoms only and rings are taken whole.
 * Null when the molecules share nothing, or fewer than two of them can be read.
 *
 * @throws `invalid share: …`
 * @see Dalke & Hastings 2013, doi:10.1186/1758-2946-5-S1-O6
 */
export function commonSubstructure(
  rdkit: RDKit,
  smiles: readonly string[],
  {seconds, share}: CommonSubstructureOptions = DEFAULTS
): CommonSubstructure | null {
  if (!(share > 0 && share <= 1)) throw new Error(`invalid share: ${String(share)}`);
  const list = new rdkit.MolList();
  for (const text of smiles) {
    const molecule = isTooLarge(text) ? null : rdkit.get_mol(text);
    if (!molecule) continue;
    list.append(molecule);
    molecule.delete();
  }
  const details = {RingMatchesRingOnly: true, CompleteRingsOnly: true, Threshold: share, Timeout: seconds};
  const answer = list.size() < 2 ? null : readAnswer(rdkit.get_mcs_as_json(list, JSON.stringify(details)));
  list.delete();
  return answer;
}

function readAnswer(json: string): CommonSubstructure | null {
  const {smarts, numAtoms, numBonds, canceled} = JSON.parse(json) as {
    readonly smarts: string;
    readonly numAtoms: number;
    readonly numBonds: number;
    readonly canceled: boolean;
  };
  return numAtoms === 0 ? null : {smarts, atoms: numAtoms, bonds: numBonds, isPartial: canceled};
}
