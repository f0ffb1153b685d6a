import {descriptorColumns, type DescriptorName} from "../tables/descriptor-columns.js";
import {BIT_BLOCKS, NUMERIC_NAMES} from "./features.js";
import {N_PAIR_DISTANCES, PHARMACOPHORE_TYPES} from "./pharmacophore-pairs.js";

const POINT_WORDS: Readonly<Record<(typeof PHARMACOPHORE_TYPES)[number], string>> = {
  D: "donor",
  A: "acceptor",
  P: "base",
  N: "acid",
  L: "lipophilic atom",
  R: "aromatic atom"
};

const BITS_PER_PAIR = 4;
const PAIRS = PHARMACOPHORE_TYPES.flatMap((first, place) =>
  PHARMACOPHORE_TYPES.slice(place).map((second) => [first, second] as const)
);

/** Name of a numeric feature for a reader, e.g. "Crippen logP"; E-state sums name their atom type. */
export function numericWords(feature: number): string {
  const name = NUMERIC_NAMES[feature] ?? "";
  if (name.startsWith("estate_")) return `electronic state of ${name.slice("estate_".length)} atoms`;
  return descriptorColumns[name as DescriptorName].label;
}

/** First bit and words of every pharmacophore pair, e.g. "donor and acceptor 4 bonds apart". */
export const PAIR_WORDS: readonly {readonly bit: number; readonly words: string}[] = PAIRS.flatMap(
  ([first, second], pair) =>
    Array.from({length: N_PAIR_DISTANCES}, (_, bonds) => ({
      bit: BIT_BLOCKS.pharmacophore.start + (pair * N_PAIR_DISTANCES + bonds) * BITS_PER_PAIR,
      words: pairWords(POINT_WORDS[first], POINT_WORDS[second], bonds)
    }))
);

function pairWords(first: string, second: string, bonds: number): string {
  if (bonds === 0) return first === second ? `${first}s` : `${first} that is also ${second}`;
  return `${first} and ${second} ${String(bonds)} ${bonds === 1 ? "bond" : "bonds"} apart`;
}

/** Number of bits that count one pharmacophore pair. */
export const PAIR_BITS = BITS_PER_PAIR;
