import type {TargetConstraintRow} from "../../tables/target-cards.js";
import type {Query} from "../store.js";

/** Genetic constraint of a target, by kind of variant. */
export function constraintOfTarget(targetId: string): Query<TargetConstraintRow> {
  return {sql: "FROM target_constraint WHERE target_id = ? ORDER BY variant_kind", parameters: [targetId]};
}
