import type {ActivityRow} from "../../tables/activities.js";
import type {Query} from "../store.js";

/** A measured value with its assay, target and source in words. */
export interface CompoundActivity extends Pick<
  ActivityRow,
  | "activity_id"
  | "target_id"
  | "assay_id"
  | "document_id"
  | "document_year"
  | "standard_type"
  | "standard_relation"
  | "standard_value_nm"
  | "pchembl_value"
  | "activity_comment"
  | "data_validity_comment"
  | "is_duplicate"
  | "source_id"
  | "source_row"
> {
  readonly symbol: string | null;
  readonly assay_type: string | null;
  readonly bao_format: string | null;
  readonly confidence_score: number | null;
  readonly organism: string | null;
  readonly source_name: string | null;
}

/** All measured values of one compound: by target, the most potent first, those without a value last. */
export function activitiesOfCompound(compoundId: string): Query<CompoundActivity> {
  const sql = `
    SELECT
      activity_id, a.target_id, t.symbol, a.assay_id, document_id, document_year, standard_type, standard_relation,
      standard_value_nm, pchembl_value, activity_comment, data_validity_comment, is_duplicate,
      assay_type, bao_format, confidence_score, organism, a.source_id, a.source_row, s.name AS source_name
    FROM activities AS a
    LEFT JOIN assays AS y ON y.assay_id = a.assay_id
    LEFT JOIN targets AS t ON t.target_id = a.target_id
    LEFT JOIN sources AS s ON s.source_id = a.source_id
    WHERE compound_id = ?
    ORDER BY t.symbol, standard_value_nm NULLS LAST, activity_id`;
  return {sql, parameters: [compoundId]};
}
