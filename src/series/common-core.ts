import type {RDKit} from "../chem/molecule.js";
import {isTooLarge} from "../chem/structure-size.js";

/** The largest part that molecules share. */
export interface CommonCore {
  readonly smarts: string;
  readonly atoms: number;
  readonly bonds: number;
  /** True when the search ran out of time: the core is shared, but a larger one may exist. */
  readonly isPartial: boolean;
}

/** How a core is searched. */
export interface CommonCoreOptions {
  /** Longest search in seconds. */
  readonly seconds: number;
  /** Least share of the molecules that must hold the core, above 0, at most 1. */
  readonly share: number;
}

const DEFAULTS: CommonCoreOptions = {seconds: 20, share: 1};

/**
 * Maximum common substructure of molecules by RDKit's FMCS; ring atoms match ring atoms only and rings are taken whole.
 * Null when the molecules share nothing, or fewer than two of them can be read.
 *
 * @throws when a share is not allowed
 * @see Dalke & Hastings 2013, doi:10.1186/1758-2946-5-S1-O6
 */
export function commonCore(
  rdkit: RDKit,
  smiles: readonly string[],
  {seconds, share}: CommonCoreOptions = DEFAULTS
): CommonCore | null {
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

function readAnswer(json: string): CommonCore | null {
  const {smarts, numAtoms, numBonds, canceled} = JSON.parse(json) as {
    readonly smarts: string;
    readonly numAtoms: number;
    readonly numBonds: number;
    readonly canceled: boolean;
  };
  return numAtoms === 0 ? null : {smarts, atoms: numAtoms, bonds: numBonds, isPartial: canceled};
}
