import type {TargetSafetyRow} from "../../tables/target-cards.js";
import type {Query} from "../store.js";

/** Safety events reported for a target. */
export function safetyOfTarget(targetId: string): Query<TargetSafetyRow> {
  return {sql: "FROM target_safety WHERE target_id = ? ORDER BY event, reported_by", parameters: [targetId]};
}
