import type {PotencyRow} from "../../tables/activities.js";
import type {Query} from "../store.js";

/** The potency of a compound on a target, with the target's symbol. */
export interface CompoundPotency extends PotencyRow {
  readonly symbol: string | null;
}

/** Potencies of one compound on every target measured, by symbol. */
export function potenciesOfCompound(compoundId: string): Query<CompoundPotency> {
  const sql = `
    SELECT p.*, t.symbol
    FROM potencies AS p LEFT JOIN targets AS t ON t.target_id = p.target_id
    WHERE compound_id = ?
    ORDER BY t.symbol, standard_type`;
  return {sql, parameters: [compoundId]};
}
