import {keepAromatic} from "../chem/keep-aromatic.js";
import type {RDKit} from "../chem/molecule.js";
import {type MoleculeGraph, moleculeGraph} from "../chem/molecule-graph.js";
import {murckoAtoms} from "../chem/murcko-scaffold.js";
import {bondsOf, otherEnd, partOf, withGraph} from "../chem/sub-molecule.js";

/** A scaffold as RDKit reads it. */
export interface ReadScaffold {
  /** Canonical SMILES without stereo. */
  readonly smiles: string;
  readonly graph: MoleculeGraph;
}

/** A scaffold made from another by taking away one ring and the linkers that then lead nowhere. */
export interface RingRemoval {
  /** The scaffold it was taken from. */
  readonly before: MoleculeGraph;
  /** The ring taken away, as atom indices of `before`. */
  readonly ring: readonly number[];
  /** Atoms, bonds and rings of what stays; which of them are aromatic only `read` knows. */
  readonly after: MoleculeGraph;
  /** What stays as RDKit reads it, asked for once; null when it refuses it. */
  readonly read: () => ReadScaffold | null;
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
  const rest = partOf(before, kept);
  const staying = murckoAtoms(rest);
  const drawn = partOf(rest, staying);
  if (drawn.atoms.length === 0 || !isConnected(drawn)) return null;
  const read = once(() => readPart(rdkit, partOf(partOf(keepAromatic(before, kept), kept), staying)));
  return {before, ring, after: hasAllRings(drawn) ? drawn : (read()?.graph ?? drawn), read};
}

const readPart = (rdkit: RDKit, graph: MoleculeGraph): ReadScaffold | null =>
  withGraph(rdkit, graph, (molecule) => ({smiles: molecule.get_smiles(), graph: moleculeGraph(molecule)}));

/** True when the rings that stayed whole are as many as the graph has independent ones: in some cages they are not. */
const hasAllRings = ({atoms, bonds, rings}: MoleculeGraph): boolean => rings.length === bonds.length - atoms.length + 1;

function isConnected(graph: MoleculeGraph): boolean {
  const met = new Set([0]);
  for (const atom of met) for (const bond of bondsOf(graph, atom)) met.add(otherEnd(bond, atom));
  return met.size === graph.atoms.length;
}

function once<T>(make: () => T): () => T {
  let made: {readonly value: T} | undefined;
  return () => (made ??= {value: make()}).value;
}
