import type {PotencyRow} from "../../tables/activities.js";
import type {Query} from "../store.js";

/** The potency of a compound on a target, with its structure where it could be read. */
export interface TargetPotency extends PotencyRow {
  readonly name: string | null;
  readonly smiles: string | null;
}

/** Compounds measured on a target, the most potent first; those with no exact value last. */
export function potenciesOfTarget(targetId: string): Query<TargetPotency> {
  const sql = `
    SELECT p.*, c.name, c.smiles
    FROM potencies AS p
    LEFT JOIN (SELECT compound_id, any_value(name) AS name, any_value(smiles) AS smiles FROM compounds GROUP BY ALL) AS c
      ON c.compound_id = p.compound_id
    WHERE target_id = ?
    ORDER BY pchembl_median DESC NULLS LAST, p.compound_id`;
  return {sql, parameters: [targetId]};
}
