import type {ClinicalCandidateRow} from "../../tables/drug-records.js";
import type {Query} from "../store.js";

/** Drugs and clinical candidates of a target, the furthest first. */
export function candidatesOfTarget(targetId: string): Query<ClinicalCandidateRow> {
  return {
    sql: "FROM clinical_candidates WHERE target_id = ? ORDER BY stage_rank DESC NULLS LAST, name, disease_name",
    parameters: [targetId]
  };
}
