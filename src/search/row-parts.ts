import {type MatchTarget, matchTarget} from "../chem/match-target.js";
import type {Mol} from "../chem/molecule.js";
import {moleculeGraph} from "../chem/molecule-graph.js";
import {morganFingerprint} from "../chem/morgan-fingerprint.js";
import {packTarget} from "../chem/packed-target.js";
import {pathFingerprint} from "../chem/path-fingerprint.js";

/** What the search knows of one molecule. */
export interface RowParts {
  /** Of `pathFingerprint`. */
  readonly paths: Uint8Array;
  /** Of `morganFingerprint`. */
  readonly morgan: Uint8Array;
  /** Of `packTarget`; null for a structure that does not fit. */
  readonly packed: Uint8Array | null;
  readonly smiles: string;
}

/** What the search keeps of a molecule. @param target the molecule's own, where it is at hand */
export function rowParts(
  molecule: Mol,
  smiles: string,
  target: MatchTarget = matchTarget(moleculeGraph(molecule))
): RowParts {
  return {
    paths: pathFingerprint(target),
    morgan: morganFingerprint(molecule),
    packed: packTarget(target),
    smiles
  };
}
