import type {ActivityRow, AssayRow} from "../../tables/activities.js";
import type {Query} from "../store.js";

/** A measured value with what tells whether it can be compared with another. */
export interface ActivityRecord
  extends
    Pick<
      ActivityRow,
      "compound_id" | "assay_id" | "document_id" | "document_year" | "standard_relation" | "pchembl_value"
    >,
    Pick<AssayRow, "bao_format"> {
  readonly assay_type: string | null;
  /** pChEMBL that the value stands for, also where it is only a limit; null without a value. */
  readonly p_value: number | null;
}

/** Records of one type on a project's target, by compound; those that the source warns about are left out. */
export function recordsOfActivity(symbol: string, standardType: string): Query<ActivityRecord> {
  const sql = `
    SELECT
      compound_id, a.assay_id, document_id, document_year, standard_relation, pchembl_value, assay_type, bao_format,
      CASE WHEN standard_value_nm > 0 THEN 9 - log10(standard_value_nm) END AS p_value
    FROM activities AS a
    JOIN targets AS t ON t.target_id = a.target_id
    LEFT JOIN assays AS y ON y.assay_id = a.assay_id
    WHERE t.symbol = ? AND standard_type = ? AND data_validity_comment IS NULL AND standard_value_nm IS NOT NULL
    ORDER BY compound_id, activity_id`;
  return {sql, parameters: [symbol, standardType]};
}
