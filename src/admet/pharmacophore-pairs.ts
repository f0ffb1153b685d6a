import {NO_PATH, type MolecularGraph} from "./molecular-graph.js";

/** Pharmacophore types of atoms: donor, acceptor, positive, negative, lipophilic, aromatic. */
export const PHARMACOPHORE_TYPES = ["D", "A", "P", "N", "L", "R"] as const;

/** Distances 0 to 9 bonds. */
export const N_PAIR_DISTANCES = 10;

/** Number of pair features: 21 unordered pairs of types at 10 distances. */
export const N_PHARMACOPHORE_PAIRS = ((PHARMACOPHORE_TYPES.length * (PHARMACOPHORE_TYPES.length + 1)) / 2) * 10;

const [D, A, P, N, L, R] = [0, 1, 2, 3, 4, 5] as const;

/**
 * Counts of pairs of pharmacophore points by topological distance (0-9 bonds; distance 0 counts points that are of
 * both types), after the CATS descriptor with an aromatic type added. Index: pair × 10 + distance, pairs in the
 * order DD, DA, … RR. An empty molecule gives zeros.
 * @see Schneider et al., Angew. Chem. Int. Ed. 1999,
 *   doi:10.1002/(SICI)1521-3773(19991004)38:19<2894::AID-ANIE2894>3.0.CO;2-F
 */
export function pharmacophorePairs(graph: MolecularGraph): Uint16Array {
  const counts = new Uint16Array(N_PHARMACOPHORE_PAIRS);
  const points: number[][] = Array.from({length: graph.size}, (_, atom) => pharmacophoreTypes(graph, atom));
  for (let a = 0; a < graph.size; a++) {
    for (let b = a; b < graph.size; b++) {
      const bonds = graph.distance[a * graph.size + b] ?? NO_PATH;
      if (bonds >= N_PAIR_DISTANCES) continue;
      for (const s of points[a] ?? []) {
        for (const t of points[b] ?? []) {
          if (a === b && t < s) continue;
          const index = pairIndex(Math.min(s, t), Math.max(s, t)) * N_PAIR_DISTANCES + bonds;
          counts[index] = (counts[index] ?? 0) + 1;
        }
      }
    }
  }
  return counts;
}

function pairIndex(low: number, high: number): number {
  return low * PHARMACOPHORE_TYPES.length - (low * (low - 1)) / 2 + high - low;
}

/** Types of one atom, as indices into `PHARMACOPHORE_TYPES`, ascending. */
function pharmacophoreTypes(graph: MolecularGraph, atom: number): number[] {
  const z = graph.element[atom] ?? 0;
  const types: number[] = [];
  const isHetero = z === 7 || z === 8;
  if (isHetero && (graph.hydrogens[atom] ?? 0) > 0) types.push(D);
  if (isAcceptor(graph, atom)) types.push(A);
  if (isBasic(graph, atom)) types.push(P);
  if (isAcidic(graph, atom)) types.push(N);
  if (isLipophilic(graph, atom)) types.push(L);
  if (graph.aromatic[atom] === 1) types.push(R);
  return types;
}

function isAcceptor(graph: MolecularGraph, atom: number): boolean {
  const z = graph.element[atom] ?? 0;
  if (z === 8) return (graph.charge[atom] ?? 0) <= 0;
  if (z !== 7 || (graph.charge[atom] ?? 0) > 0) return false;
  return graph.aromatic[atom] === 1 ? graph.hydrogens[atom] === 0 : !isConjugated(graph, atom);
}

/** Permanently charged, or an amine, amidine or guanidine that is protonated at pH 7.4. */
function isBasic(graph: MolecularGraph, atom: number): boolean {
  if (graph.element[atom] !== 7) return false;
  const around = graph.neighbours[atom] ?? [];
  if ((graph.charge[atom] ?? 0) > 0) return !around.some((other) => (graph.charge[other] ?? 0) < 0);
  if (graph.aromatic[atom] === 1) return false;
  if (graph.highestOrder[atom] === 1) return !isConjugated(graph, atom) && around.every((b) => graph.element[b] === 6);
  return graph.highestOrder[atom] === 2 && around.some((other) => isAmidineCarbon(graph, other));
}

/** An atom next to a multiple bond or an aromatic ring, whose lone pair is not free. */
function isConjugated(graph: MolecularGraph, atom: number): boolean {
  return (graph.neighbours[atom] ?? []).some(
    (other) => graph.aromatic[other] === 1 || (graph.highestOrder[other] ?? 1) > 1
  );
}

function isAmidineCarbon(graph: MolecularGraph, atom: number): boolean {
  if (graph.element[atom] !== 6 || graph.aromatic[atom] === 1) return false;
  const nitrogens = (graph.neighbours[atom] ?? []).filter((other) => graph.element[other] === 7);
  return nitrogens.length >= 2 && !hasOxo(graph, atom);
}

/** The OH or O- of a carboxylic, sulfonic, sulfinic or phosphorus acid, a tetrazole NH, or an acyl sulfonamide NH. */
function isAcidic(graph: MolecularGraph, atom: number): boolean {
  const z = graph.element[atom] ?? 0;
  const around = graph.neighbours[atom] ?? [];
  const isAcidHydroxyl = z === 8 && around.length === 1 && graph.highestOrder[atom] === 1;
  if (isAcidHydroxyl) {
    return around.some((other) => graph.element[other] !== 7 && hasOxo(graph, other));
  }
  if (z !== 7 || (graph.hydrogens[atom] ?? 0) === 0) return false;
  if (graph.aromatic[atom] === 1) {
    const ring = around.flatMap((other) => [other, ...(graph.neighbours[other] ?? [])]);
    return new Set(ring.filter((other) => graph.element[other] === 7)).size >= 4;
  }
  const acyls = around.filter((other) => hasOxo(graph, other));
  return acyls.length >= 2 && acyls.some((other) => graph.element[other] === 16);
}

function hasOxo(graph: MolecularGraph, atom: number): boolean {
  if (graph.element[atom] !== 6 && graph.element[atom] !== 15 && graph.element[atom] !== 16) return false;
  return (graph.neighbours[atom] ?? []).some(
    (other) =>
      graph.element[other] === 8 && graph.highestOrder[other] === 2 && (graph.neighbours[other]?.length ?? 0) === 1
  );
}

function isLipophilic(graph: MolecularGraph, atom: number): boolean {
  const z = graph.element[atom] ?? 0;
  if (z === 17 || z === 35 || z === 53) return true;
  const isCarbonOnly = (graph.neighbours[atom] ?? []).every((other) => graph.element[other] === 6);
  return (z === 6 || z === 16) && isCarbonOnly;
}
