import type {Mol} from "../chem/molecule.js";
import type {CompiledQuery} from "./compiled-query.js";
import {morganFingerprint} from "../chem/morgan-fingerprint.js";
import {countBits} from "./count-bits.js";

const NO_MATCH = "{}";

/** What a search says of one molecule, with no index: whether it is a hit, and how similar where that was asked. */
export interface Judgement {
  readonly isHit: boolean;
  /** 0-1; null in modes other than "similar". */
  readonly similarity: number | null;
}

/** Judges one molecule, as `SearchShard.search` does for those of a set; `most` is the caller's to keep. */
export function judgeMolecule(compiled: CompiledQuery, molecule: Mol): Judgement {
  const {query, pattern, parent} = compiled;
  if (query.mode === "similar") return judgeSimilarity(compiled, molecule);
  const isHit = {
    contains: () => molecule.get_substruct_match(pattern) !== NO_MATCH,
    "not contains": () => molecule.get_substruct_match(pattern) === NO_MATCH,
    "contained in": () => pattern.get_substruct_match(molecule) !== NO_MATCH,
    "not contained in": () => pattern.get_substruct_match(molecule) === NO_MATCH,
    exact: () => molecule.get_smiles() === parent
  }[query.mode]();
  return {isHit, similarity: null};
}

function judgeSimilarity({query, morgan, metric}: CompiledQuery, molecule: Mol): Judgement {
  if (morgan === null) throw new Error("invalid query: no fingerprint");
  const own = morganFingerprint(molecule);
  const common = countBits(own.map((byte, at) => byte & (morgan[at] ?? 0)));
  const similarity = metric(common, countBits(morgan), countBits(own));
  return {isHit: similarity >= query.threshold, similarity};
}
