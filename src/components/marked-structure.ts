import type {Highlight} from "../chem/drawing.js";
import {queryKind} from "../search/structure-query.js";

/** How structures are drawn while a part of them is searched for: laid over the part, which is marked. */
export interface MarkedStructure {
  readonly alignTo: string | null;
  readonly highlights: readonly Highlight[];
}

/**
 * How to draw structures that were found by a structure, which is read as the search reads it: SMILES and molfiles as
 * molecules, whose hydrogens are no condition, and anything else as SMARTS.
 *
 * @param query what was searched for; null for nothing
 */
export function markedStructure(query: string | null): MarkedStructure {
  if (query === null) return {alignTo: null, highlights: []};
  return {alignTo: query, highlights: [{kind: "match", query, isPattern: queryKind(query) === "SMARTS"}]};
}
