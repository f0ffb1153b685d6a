import {keepAromatic} from "../chem/keep-aromatic.js";
import type {RDKit} from "../chem/molecule.js";
import {type MoleculeGraph, moleculeGraph} from "../chem/molecule-graph.js";
import {murckoAtoms} from "../chem/murcko-scaffold.js";
import {partOf, withGraph} from "../chem/sub-molecule.js";

/** A scaffold made from another by taking away one ring and the linkers that then lead nowhere. */
export interface RingRemoval {
  /** The scaffold it was taken from. */
  readonly before: MoleculeGraph;
  /** The ring taken away, as atom indices of `before`. */
  readonly ring: readonly number[];
  /** What stays. */
  readonly after: MoleculeGraph;
  /** Canonical SMILES of what stays, without stereo. */
  readonly smiles: string;
}

/**
 * Every scaffold with one ring less. Left out are rings whose removal would break the scaffold in two, and rings whose
 * every atom lies in another ring too (cages). Empty for a scaffold of one ring or none.
 */
export function ringRemovals(rdkit: RDKit, scaffold: MoleculeGraph): RingRemoval[] {
  if (scaffold.rings.length < 2) return [];
  return scaffold.rings.flatMap((ring) => removeRing(rdkit, scaffold, ring) ?? []);
}

function removeRing(rdkit: RDKit, before: MoleculeGraph, ring: readonly number[]): RingRemoval | null {
  const inOtherRings = new Set(before.rings.filter((other) => other !== ring).flat());
  const own = new Set(ring.filter((atom) => !inOtherRings.has(atom)));
  if (own.size === 0) return null;
  const kept = new Set([...before.atoms.keys()].filter((atom) => !own.has(atom)));
  const rest = partOf(keepAromatic(before, kept), kept);
  const pruned = partOf(rest, murckoAtoms(rest));
  const removal = withGraph(rdkit, pruned, (molecule) => ({
    before,
    ring,
    after: moleculeGraph(molecule),
    smiles: molecule.get_smiles()
  }));
  return removal === null || removal.smiles === "" || removal.smiles.includes(".") ? null : removal;
}
