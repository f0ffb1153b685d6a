import type {Query} from "../store.js";
import type {CompoundPotency} from "./potencies-of-compound.js";

/** Potencies of the named compounds on targets of the project, by compound, symbol and type. */
export function potenciesOfCompounds(ids: readonly string[]): Query<CompoundPotency> {
  const sql = `
    SELECT p.*, t.symbol
    FROM potencies AS p JOIN targets AS t USING (target_id)
    WHERE t.in_project AND compound_id IN (${["NULL", ...ids.map(() => "?")].join(", ")})
    ORDER BY compound_id, symbol, standard_type`;
  return {sql, parameters: [...ids]};
}
