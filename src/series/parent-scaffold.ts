import {type RDKit, withMolecule} from "../chem/molecule.js";
import {type GraphBond, type MoleculeGraph, moleculeGraph} from "../chem/molecule-graph.js";
import {otherEnd} from "../chem/sub-molecule.js";
import {type RingRemoval, ringRemovals} from "./ring-removal.js";

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
  if (graph === null) return null;
  const ranked = ringRemovals(rdkit, graph).map(({smiles, ...rest}) => ({
    smiles,
    ranks: REMOVAL_RULES.map((rule) => rule({smiles, ...rest}))
  }));
  return ranked.sort((a, b) => compareRanks(a.ranks, b.ranks) || (a.smiles < b.smiles ? -1 : 1))[0]?.smiles ?? null;
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

const countElement = ({atoms}: MoleculeGraph, ring: readonly number[], element: number): number =>
  ring.filter((atom) => atoms[atom]?.element === element).length;

const heteroatoms = (graph: MoleculeGraph, ring: readonly number[]): number =>
  ring.length - countElement(graph, ring, CARBON);

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
function breaksAromaticity({before, after, ring}: RingRemoval): boolean {
  if (!isAromaticRing(before, ring)) return false;
  const aromatic = (graph: MoleculeGraph): number => graph.rings.filter((other) => isAromaticRing(graph, other)).length;
  return aromatic(after) < aromatic(before) - 1;
}

function hasLinkerAtHeteroatom(graph: MoleculeGraph, ring: readonly number[]): boolean {
  const inRing = new Set(ring);
  const isHetero = (atom: number): boolean => graph.atoms[atom]?.element !== CARBON;
  return linkersOf(graph).some((bond) => {
    const inside = [bond.from, bond.to].find((atom) => inRing.has(atom));
    return inside !== undefined && (isHetero(inside) || isHetero(otherEnd(bond, inside)));
  });
}
