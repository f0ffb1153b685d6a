import type {TargetTractabilityRow} from "../../tables/target-cards.js";
import type {Query} from "../store.js";

/** Tractability classes of a target, those met first within each modality. */
export function tractabilityOfTarget(targetId: string): Query<TargetTractabilityRow> {
  return {
    sql: "FROM target_tractability WHERE target_id = ? ORDER BY modality, is_met DESC, class_label",
    parameters: [targetId]
  };
}
