import type {Descriptors} from "../tables/descriptor-columns.js";
import type {FragmentScores} from "./fragment-scores.js";
import type {MoleculeGraph} from "./molecule-graph.js";
import {morganEnvironments} from "./morgan-environments.js";

const RADIUS = 2;
const SIZE_EXPONENT = 1.005;
const LARGEST_SMALL_RING = 8;
/** Range of the raw score, which is turned round to 1-10. */
const RAW = {lowest: -4, highest: 2.5} as const;
/** From here on towards 10 the score grows by its logarithm. */
const SMOOTHED_FROM = 8;

/** What the score reads of a molecule. */
export interface SaInput {
  readonly graph: MoleculeGraph;
  readonly descriptors: Pick<Descriptors, "n_stereocentres" | "n_spiro_atoms" | "n_bridgehead_atoms">;
}

/**
 * Synthetic accessibility, 1 (easy to make) to 10 (hard), by what is common in PubChem and by what makes synthesis
 * complex: size, stereocentres, spiro and bridged rings, macrocycles. As RDKit's contributed script has it: a macrocycle
 * counts once, and symmetric molecules are easier. Null for no atoms.
 *
 * @see Ertl 2009 doi:10.1186/1758-2946-1-8
 */
export function saScore(fragments: FragmentScores, {graph, descriptors}: SaInput): number | null {
  const environments = morganEnvironments(graph, RADIUS);
  const atoms = graph.atoms.length;
  if (atoms === 0) return null;
  let sum = 0;
  let total = 0;
  for (const [environment, count] of environments) {
    sum += fragments.score(environment) * count;
    total += count;
  }
  const hasMacrocycle = graph.rings.some((ring) => ring.length > LARGEST_SMALL_RING);
  const penalty =
    atoms ** SIZE_EXPONENT -
    atoms +
    Math.log10(descriptors.n_stereocentres + 1) +
    Math.log10(descriptors.n_spiro_atoms + 1) +
    Math.log10(descriptors.n_bridgehead_atoms + 1) +
    (hasMacrocycle ? Math.log10(2) : 0);
  const symmetry = atoms > environments.size ? Math.log(atoms / environments.size) / 2 : 0;
  return toScale(sum / total - penalty + symmetry);
}

function toScale(raw: number): number {
  const score = 11 - ((raw - RAW.lowest + 1) / (RAW.highest - RAW.lowest)) * 9;
  const smoothed = score > SMOOTHED_FROM ? SMOOTHED_FROM + Math.log(score + 1 - 9) : score;
  return Math.max(1, Math.min(10, smoothed));
}
