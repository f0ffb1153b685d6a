/** What a search asks of a structure. */
export type SearchMode = "contains" | "not contains" | "contained in" | "not contained in" | "exact" | "similar";

/** The six modes, in the order in which a list offers them. */
export const SEARCH_MODES: readonly SearchMode[] = [
  "contains",
  "not contains",
  "contained in",
  "not contained in",
  "exact",
  "similar"
];

/** How two fingerprints are compared. */
export type MetricName = "tanimoto" | "dice" | "tversky";

/** A search over the structures of a set. */
export interface StructureQuery {
  /** SMILES, SMARTS or molblock. */
  readonly structure: string;
  readonly mode: SearchMode;
  /** Used by "similar" only, as all that follow. */
  readonly metric: MetricName;
  /** Tversky's weight of what only the query has, >= 0. */
  readonly alpha: number;
  /** Tversky's weight of what only the row has, >= 0. */
  readonly beta: number;
  /** Least similarity of a hit, 0-1. */
  readonly threshold: number;
  /** Most hits, the nearest; null for all. */
  readonly most: number | null;
}

/** A query with what is not said taken as usual: Tanimoto of at least 0.5, all hits. */
export function structureQuery(
  given: Pick<StructureQuery, "structure" | "mode"> & Partial<StructureQuery>
): StructureQuery {
  return {metric: "tanimoto", alpha: 1, beta: 0, threshold: 0.5, most: null, ...given};
}

/** What the text of a query is. */
export type QueryKind = "SMILES" | "SMARTS" | "molblock";

const SMILES_BRACKET = /^\[\d*(?:[A-Z][a-z]?|[bcnops]|se|as)@{0,2}(?:H\d*)?(?:[+-]\d*|\++|-+)?(?::\d+)?\]$/;
const BRACKET = /\[[^\]]*\]/g;
const SMARTS_ONLY = /[*~!&;,]|\[\$/;

/**
 * What a text of a query is, by its writing alone: a text that can be SMILES is SMILES, so that Kekulé rings find
 * aromatic ones and hydrogens written in brackets are no condition; a wildcard, a list or a condition makes it SMARTS.
 */
export function queryKind(text: string): QueryKind {
  if (text.includes("\n")) return "molblock";
  const bare = text.trim();
  if (SMARTS_ONLY.test(bare)) return "SMARTS";
  return (bare.match(BRACKET) ?? []).every((atom) => SMILES_BRACKET.test(atom)) ? "SMILES" : "SMARTS";
}
