import {type RDKit, withMolecule} from "../chem/molecule.js";
import {type GraphBond, type MoleculeGraph, moleculeGraph} from "../chem/molecule-graph.js";
import {otherEnd} from "../chem/sub-molecule.js";
import {type ReadScaffold, type RingRemoval, ringRemovals} from "./ring-removal.js";

const CARBON = 6;
const NITROGEN = 7;
const OXYGEN = 8;
const SULFUR = 16;
const MACROCYCLE_SIZE = 12;
const COMMON_RING_SIZES: readonly number[] = [3, 5, 6];

/**
 * The rules that choose which ring goes, in the paper's order (9, 10 and 11 of the table are its rule 9): the lowest
 * value goes first, the next rule breaks ties, and the order of the SMILES breaks the last (rule 13).
 *
 * @see Schuffenhauer et al. 2007, doi:10.1021/ci600338x
 */
export const REMOVAL_RULES: readonly ((removal: RingRemoval) => number)[] = [
  ({before, ring}) => (ring.length === 3 && heteroatoms(before, ring) > 0 ? 0 : 1),
  ({ring}) => (ring.length >= MACROCYCLE_SIZE ? 1 : 0),
  ({after}) => linkerBonds(after),
  ({after}) => -Math.abs(sharedBondExcess(after)),
  ({after}) => -sharedBondExcess(after),
  ({ring}) => (COMMON_RING_SIZES.includes(ring.length) ? 0 : 1),
  (removal) => (breaksAromaticity(removal) ? 1 : 0),
  ({before, ring}) => heteroatoms(before, ring),
  ({before, ring}) => countElement(before, ring, NITROGEN),
  ({before, ring}) => countElement(before, ring, OXYGEN),
  ({before, ring}) => countElement(before, ring, SULFUR),
  ({ring}) => ring.length,
  ({before, ring}) => (isAromaticRing(before, ring) ? 0 : 1),
  ({before, ring}) => (hasLinkerAtHeteroatom(before, ring) ? 0 : 1)
];

/**
 * The parent of a scaffold in the scaffold tree: the scaffold with one ring less that the prioritisation rules choose,
 * as canonical SMILES. Null for a scaffold of one ring or none, for a cage, and for text that RDKit does not read.
 *
 * @see Schuffenhauer et al. 2007, doi:10.1021/ci600338x
 */
export function parentScaffold(rdkit: RDKit, scaffold: string): string | null {
  const graph = withMolecule(rdkit, scaffold, moleculeGraph);
  return graph && (parentOf(rdkit, graph)?.smiles ?? null);
}

/**
 * The parent of a scaffold, its parent, and so on, up to a root or to one whose parent is known.
 *
 * @param parents of scaffolds met before, filled as it goes; null at a root
 * @returns the ancestors by canonical SMILES, nearest first
 */
export function scaffoldLineage(rdkit: RDKit, scaffold: string, parents: Map<string, string | null>): string[] {
  const lineage: string[] = [];
  let graph: MoleculeGraph | null = null;
  for (let smiles = scaffold; ;) {
    let parent = parents.get(smiles);
    if (parent === undefined) {
      graph ??= withMolecule(rdkit, smiles, moleculeGraph);
      const read: ReadScaffold | null = graph && parentOf(rdkit, graph);
      parent = read?.smiles ?? null;
      graph = read?.graph ?? null;
      parents.set(smiles, parent);
    } else graph = null;
    if (parent === null) return lineage;
    lineage.push(parent);
    smiles = parent;
  }
}

/** The removal that the rules choose, rule by rule, until one is left; one that RDKit refuses is not chosen. */
function parentOf(rdkit: RDKit, graph: MoleculeGraph): ReadScaffold | null {
  let removals = ringRemovals(rdkit, graph);
  while (removals.length > 0) {
    const ranked = REMOVAL_RULES.reduce((left, rule) => (left.length < 2 ? left : lowest(left, rule)), removals);
    const read = ranked.flatMap((removal) => removal.read() ?? []);
    if (read.length > 0) return read.reduce((best, other) => (other.smiles < best.smiles ? other : best));
    const refused = new Set(ranked);
    removals = removals.filter((removal) => !refused.has(removal));
  }
  return null;
}

function lowest(removals: readonly RingRemoval[], rule: (removal: RingRemoval) => number): RingRemoval[] {
  const values = removals.map(rule);
  const least = Math.min(...values);
  return removals.filter((_, place) => values[place] === least);
}

const countElement = ({atoms}: MoleculeGraph, ring: readonly number[], element: number): number =>
  ring.filter((atom) => atoms[atom]?.element === element).length;

const heteroatoms = (graph: MoleculeGraph, ring: readonly number[]): number =>
  ring.length - countElement(graph, ring, CARBON);

/** True for a ring that shares an atom with another; taking one away that does not leaves the others as they are. */
const isFused = ({rings}: MoleculeGraph, ring: readonly number[]): boolean =>
  rings.some((other) => other !== ring && other.some((atom) => ring.includes(atom)));

const isAromaticRing = ({atoms}: MoleculeGraph, ring: readonly number[]): boolean =>
  ring.every((atom) => atoms[atom]?.isAromatic);

/** Bonds in no ring that lead on at both ends: those of the linkers. */
function linkerBonds(graph: MoleculeGraph): number {
  return linkersOf(graph).length;
}

function linkersOf(graph: MoleculeGraph): GraphBond[] {
  const ringBonds = ringBondCounts(graph);
  const leadsOn = (atom: number): boolean => (graph.atoms[atom]?.bonds.length ?? 0) > 1;
  return graph.bonds.filter(({from, to}) => !ringBonds.has(bondKey(from, to)) && leadsOn(from) && leadsOn(to));
}

const bondKey = (a: number, b: number): string => `${String(Math.min(a, b))}-${String(Math.max(a, b))}`;

/** In how many rings each ring bond lies. */
function ringBondCounts({rings}: MoleculeGraph): Map<string, number> {
  const counts = new Map<string, number>();
  for (const ring of rings)
    ring.forEach((atom, position) => {
      const key = bondKey(atom, ring[(position + 1) % ring.length] ?? atom);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    });
  return counts;
}

/** The paper's delta: bonds in two or more rings, less the number of rings, plus one. 0 for fused, < 0 for joined or spiro, > 0 for bridged rings. */
function sharedBondExcess(graph: MoleculeGraph): number {
  const shared = [...ringBondCounts(graph).values()].filter((count) => count > 1).length;
  return shared - (graph.rings.length - 1);
}

/** True when taking an aromatic ring away leaves another ring no longer aromatic. */
function breaksAromaticity({before, ring, read}: RingRemoval): boolean {
  if (!isAromaticRing(before, ring) || !isFused(before, ring)) return false;
  const after = read()?.graph;
  const aromatic = (graph: MoleculeGraph): number => graph.rings.filter((other) => isAromaticRing(graph, other)).length;
  return after !== undefined && aromatic(after) < aromatic(before) - 1;
}

function hasLinkerAtHeteroatom(graph: MoleculeGraph, ring: readonly number[]): boolean {
  const inRing = new Set(ring);
  const isHetero = (atom: number): boolean => graph.atoms[atom]?.element !== CARBON;
  return linkersOf(graph).some((bond) => {
    const inside = [bond.from, bond.to].find((atom) => inRing.has(atom));
    return inside !== undefined && (isHetero(inside) || isHetero(otherEnd(bond, inside)));
  });
}
