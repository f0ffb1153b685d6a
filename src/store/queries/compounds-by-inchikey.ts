import type {Query} from "../store.js";

/** A published compound with the same structure as another. */
export interface SameStructure {
  readonly compound_id: string;
  readonly set_id: string;
  readonly name: string | null;
  readonly inchikey: string;
}

/** Published compounds with the structure of a standard InChIKey; an empty key finds none. */
export function compoundsByInchikey(inchikey: string): Query<SameStructure> {
  const sql =
    "SELECT compound_id, set_id, name, inchikey FROM compounds WHERE inchikey = ? AND inchikey <> '' ORDER BY ALL";
  return {sql, parameters: [inchikey]};
}
