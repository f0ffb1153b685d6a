import {NO_PATH, type MolecularGraph} from "./molecular-graph.js";

// prettier-ignore
/** Atom types whose E-state indices are summed: element, hydrogens and bonding, coarser than the original 79. */
export const ESTATE_TYPES = [
  "CH3", "CH2", "CH", "C", "=CH2", "=CH", "=C", "#C", "aCH", "aC",
  "NH2", "NH", "N", "=N", "#N", "aN", "aNH", "N+",
  "OH", "O", "=O", "O-", "aO",
  "S", "aS", "SO", "F", "Cl", "Br", "I", "P", "other"
] as const;

type EstateType = (typeof ESTATE_TYPES)[number];

const INDEX = new Map<string, number>(ESTATE_TYPES.map((name, index) => [name, index]));
const HALOGENS: Readonly<Record<number, EstateType>> = {9: "F", 17: "Cl", 35: "Br", 53: "I"};
const CARBON_BY_HYDROGENS: readonly EstateType[] = ["C", "CH", "CH2", "CH3", "CH3"];
const VINYL_BY_HYDROGENS: readonly EstateType[] = ["=C", "=CH", "=CH2"];
const AMINE_BY_HYDROGENS: readonly EstateType[] = ["N", "NH", "NH2", "NH2"];

/**
 * Sums of electrotopological state indices by atom type, in the order of `ESTATE_TYPES`, unitless.
 * Types that do not occur are 0; a lone atom contributes 0 (its index has no neighbours to divide by).
 * @see Hall, Kier, J. Chem. Inf. Comput. Sci. 1995, doi:10.1021/ci00028a014
 */
export function estateSums(graph: MolecularGraph): Float64Array {
  const sums = new Float64Array(ESTATE_TYPES.length);
  const intrinsic = Float64Array.from({length: graph.size}, (_, atom) => intrinsicState(graph, atom));
  for (let a = 0; a < graph.size; a++) {
    let state = intrinsic[a] ?? 0;
    for (let b = 0; b < graph.size; b++) {
      const bonds = graph.distance[a * graph.size + b] ?? NO_PATH;
      if (bonds !== NO_PATH) state += ((intrinsic[a] ?? 0) - (intrinsic[b] ?? 0)) / (bonds + 1) ** 2;
    }
    const type = INDEX.get(estateType(graph, a)) ?? 0;
    sums[type] = (sums[type] ?? 0) + state;
  }
  return sums;
}

function intrinsicState({element, hydrogens, neighbours}: MolecularGraph, atom: number): number {
  const degree = neighbours[atom]?.length ?? 0;
  if (degree === 0) return 0;
  const z = element[atom] ?? 0;
  const [period, valence] = shell(z);
  return ((2 / period) ** 2 * (valence - (hydrogens[atom] ?? 0)) + 1) / degree;
}

/** Period and number of valence electrons of a main-group element. */
function shell(z: number): readonly [number, number] {
  if (z <= 2) return [1, z];
  if (z <= 10) return [2, z - 2];
  if (z <= 18) return [3, z - 10];
  if (z <= 36) return [4, z <= 30 ? 2 : z - 28];
  return [5, z <= 48 ? 2 : z <= 54 ? z - 46 : 4];
}

function estateType(graph: MolecularGraph, atom: number): EstateType {
  const z = graph.element[atom] ?? 0;
  const nHydrogens = graph.hydrogens[atom] ?? 0;
  const order = graph.highestOrder[atom] ?? 1;
  const isAromatic = graph.aromatic[atom] === 1;
  if (z === 6) return carbonType(nHydrogens, order, isAromatic);
  if (z === 7) return nitrogenType(nHydrogens, order, isAromatic, graph.charge[atom] ?? 0);
  if (z === 8) return oxygenType(nHydrogens, order, isAromatic, graph.charge[atom] ?? 0);
  if (z === 16) return isAromatic ? "aS" : order > 1 ? "SO" : "S";
  if (z === 15) return "P";
  return HALOGENS[z] ?? "other";
}

function carbonType(nHydrogens: number, order: number, isAromatic: boolean): EstateType {
  if (isAromatic) return nHydrogens > 0 ? "aCH" : "aC";
  if (order === 3) return "#C";
  const byHydrogens = order === 2 ? VINYL_BY_HYDROGENS : CARBON_BY_HYDROGENS;
  return byHydrogens[nHydrogens] ?? "CH3";
}

function nitrogenType(nHydrogens: number, order: number, isAromatic: boolean, charge: number): EstateType {
  if (charge > 0) return "N+";
  if (isAromatic) return nHydrogens > 0 ? "aNH" : "aN";
  if (order === 3) return "#N";
  return order === 2 ? "=N" : (AMINE_BY_HYDROGENS[nHydrogens] ?? "NH2");
}

function oxygenType(nHydrogens: number, order: number, isAromatic: boolean, charge: number): EstateType {
  if (isAromatic) return "aO";
  if (charge < 0) return "O-";
  if (order === 2) return "=O";
  return nHydrogens > 0 ? "OH" : "O";
}
