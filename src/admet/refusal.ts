import type {MolecularGraph} from "./molecular-graph.js";

/** Limits of what the models are asked about. */
export const REFUSAL_LIMITS = {heavyAtoms: 100, fewestAtoms: 3, amides: 8, ringSize: 12} as const;

/** Elements seen often enough in training: H, B, C, N, O, F, Si, P, S, Cl, Se, Br, I. */
const ORGANIC_ELEMENTS: ReadonlySet<number> = new Set([1, 5, 6, 7, 8, 9, 14, 15, 16, 17, 34, 35, 53]);

/**
 * Why no model should be asked about a molecule, in words; null when the models may be asked. Refused are empty
 * structures, molecules without carbon, with metals or other rare elements, of fewer than three or more than a
 * hundred heavy atoms, with attachment points, peptides of eight or more amide bonds, and rings of twelve or more.
 */
export function refusal(graph: MolecularGraph, nAmideBonds: number): string | null {
  const elements = [...graph.element];
  const nHeavy = elements.filter((element) => element > 1).length;
  if (graph.size === 0) return "no structure";
  if (elements.includes(0)) return "has an open attachment point";
  const foreign = elements.find((element) => !ORGANIC_ELEMENTS.has(element));
  if (foreign !== undefined) return `has an element (number ${String(foreign)}) that the models have not learnt`;
  if (!elements.includes(6)) return "inorganic: has no carbon";
  if (nHeavy < REFUSAL_LIMITS.fewestAtoms) return `too small: ${String(nHeavy)} heavy atoms`;
  if (nHeavy > REFUSAL_LIMITS.heavyAtoms) return `too large: ${String(nHeavy)} heavy atoms`;
  if (nAmideBonds >= REFUSAL_LIMITS.amides) return `peptide: ${String(nAmideBonds)} amide bonds`;
  if (graph.largestRing >= REFUSAL_LIMITS.ringSize) return `macrocycle: ring of ${String(graph.largestRing)}`;
  return null;
}
