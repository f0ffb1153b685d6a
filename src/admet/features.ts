import type {Mol} from "../chem/molecule.js";
import {descriptors as describe} from "../chem/descriptors.js";
import type {Descriptors} from "../tables/descriptor-columns.js";
import {ESTATE_TYPES, estateSums} from "./estate-sums.js";
import {DESCRIPTOR_NAMES} from "./known-descriptors.js";
import {molecularGraph, type MolecularGraph} from "./molecular-graph.js";
import {N_PHARMACOPHORE_PAIRS, pharmacophorePairs} from "./pharmacophore-pairs.js";

/** Version of the features; models trained on another version are refused. */
export const FEATURE_VERSION = 1;

/** Blocks of binary features: their first index and length in the common index space. */
export const BIT_BLOCKS = {
  morgan: {start: 0, length: 4096},
  atomPair: {start: 4096, length: 4096},
  torsion: {start: 8192, length: 2048},
  pharmacophore: {start: 10240, length: N_PHARMACOPHORE_PAIRS * 4}
} as const;

/** Number of binary features. */
export const N_BITS = BIT_BLOCKS.pharmacophore.start + BIT_BLOCKS.pharmacophore.length;

/** Names of the numeric features in order: the 43 descriptors, then E-state sums by atom type. */
export const NUMERIC_NAMES: readonly string[] = [...DESCRIPTOR_NAMES, ...ESTATE_TYPES.map((type) => `estate_${type}`)];

/** A pair count sets one bit for each of these bounds that it reaches. */
const PAIR_COUNT_BOUNDS = [1, 2, 4, 8] as const;

const MORGAN_OPTIONS = JSON.stringify({
  radius: 2,
  nBits: BIT_BLOCKS.morgan.length,
  useCountSimulation: true
});
const ATOM_PAIR_OPTIONS = JSON.stringify({nBits: BIT_BLOCKS.atomPair.length});
const TORSION_OPTIONS = JSON.stringify({nBits: BIT_BLOCKS.torsion.length});

/** Features of one molecule. */
export interface AdmetFeatures {
  /** Indices of the binary features that are set, ascending, each below `N_BITS`. */
  readonly bits: Uint16Array;
  /** Numeric features in the order of `NUMERIC_NAMES`, rounded to single precision; always finite. */
  readonly values: Float32Array;
}

/**
 * Features of one molecule for the ADMET models: count-simulated Morgan (radius 2), atom pairs and topological
 * torsions of RDKit, pharmacophore pairs, the 43 descriptors and E-state sums. A value that is not finite becomes 0.
 * @param mol molecule without counter-ions
 * @param descriptors its descriptors when already computed (saves most of the time)
 * @param graph its graph when already computed
 * @see Rogers, Hahn, J. Chem. Inf. Model. 2010, doi:10.1021/ci100050t (Morgan fingerprints)
 * @see Carhart, Smith, Venkataraghavan, J. Chem. Inf. Comput. Sci. 1985, doi:10.1021/ci00046a002 (atom pairs)
 * @see Nilakantan et al., J. Chem. Inf. Comput. Sci. 1987, doi:10.1021/ci00054a008 (topological torsions)
 */
export function admetFeatures(
  mol: Mol,
  descriptors: Descriptors = describe(mol),
  graph: MolecularGraph = molecularGraph(mol)
): AdmetFeatures {
  const bits: number[] = [];
  pushBits(bits, mol.get_morgan_fp_as_uint8array(MORGAN_OPTIONS), BIT_BLOCKS.morgan.start);
  pushBits(bits, mol.get_atom_pair_fp_as_uint8array(ATOM_PAIR_OPTIONS), BIT_BLOCKS.atomPair.start);
  pushBits(bits, mol.get_topological_torsion_fp_as_uint8array(TORSION_OPTIONS), BIT_BLOCKS.torsion.start);
  pushCounts(bits, pharmacophorePairs(graph), BIT_BLOCKS.pharmacophore.start);
  const described = DESCRIPTOR_NAMES.map((name) => descriptors[name]);
  const values = Float32Array.from([...described, ...estateSums(graph)]);
  return {bits: Uint16Array.from(bits), values: values.map((value) => (Number.isFinite(value) ? value : 0))};
}

function pushBits(bits: number[], packed: Uint8Array, start: number): void {
  for (let byte = 0; byte < packed.length; byte++) {
    for (let rest = packed[byte] ?? 0; rest !== 0; rest &= rest - 1) {
      bits.push(start + byte * 8 + 31 - Math.clz32(rest & -rest));
    }
  }
}

function pushCounts(bits: number[], counts: Uint16Array, start: number): void {
  counts.forEach((count, index) => {
    if (count === 0) return;
    PAIR_COUNT_BOUNDS.forEach((bound, level) => {
      if (count >= bound) bits.push(start + index * PAIR_COUNT_BOUNDS.length + level);
    });
  });
}
