import type {DocumentRow} from "../../tables/activities.js";
import type {Query} from "../store.js";

/** A paper, patent or data set with what was measured in it. */
export interface CompoundDocument extends Omit<DocumentRow, "source_id"> {
  /** Values of the compound in it. */
  readonly n_values: number;
  readonly symbols: string | null;
  /** True where the table of documents has it; else only its id is known. */
  readonly is_known: boolean;
}

/** Documents that the measured values of a compound come from, the newest first. */
export function documentsOfCompound(compoundId: string): Query<CompoundDocument> {
  const sql = `
    SELECT
      a.document_id, any_value(d.document_type) AS document_type, any_value(d.title) AS title,
      any_value(d.authors) AS authors, any_value(d.journal) AS journal,
      coalesce(any_value(d.year), max(a.document_year)) AS year, any_value(d.volume) AS volume,
      any_value(d.first_page) AS first_page, any_value(d.doi) AS doi, any_value(d.pubmed_id) AS pubmed_id,
      any_value(d.patent_id) AS patent_id, CAST(count(*) AS INTEGER) AS n_values,
      string_agg(DISTINCT coalesce(t.symbol, a.target_id), ', ' ORDER BY coalesce(t.symbol, a.target_id)) AS symbols,
      bool_or(d.document_id IS NOT NULL) AS is_known
    FROM activities AS a
    LEFT JOIN documents AS d ON d.document_id = a.document_id
    LEFT JOIN targets AS t ON t.target_id = a.target_id
    WHERE a.compound_id = ? AND a.document_id IS NOT NULL
    GROUP BY a.document_id
    ORDER BY year DESC NULLS LAST, a.document_id`;
  return {sql, parameters: [compoundId]};
}
