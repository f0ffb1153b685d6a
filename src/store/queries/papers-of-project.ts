import type {Query} from "../store.js";

/** A paper or preprint found by the project's literature queries. */
export interface ProjectPaper {
  readonly item_id: string;
  readonly is_preprint: boolean;
  readonly title: string;
  readonly authors: string | null;
  readonly journal: string | null;
  readonly year: number | null;
  readonly published_on: string | null;
  readonly doi: string | null;
  readonly pmcid: string | null;
  /** Publication types, separated by "; ". */
  readonly kinds: string | null;
  readonly n_citations: number | null;
  /** Queries of the project that found it, separated by ","; null when none is known. */
  readonly query_ids: string | null;
  /** DOI of the journal paper that a preprint became; null when none is known. */
  readonly published_doi: string | null;
}

/** Papers and preprints of the project, the newest first. */
export function papersOfProject(): Query<ProjectPaper> {
  const sql = `
    WITH found AS (
      SELECT item_id, is_preprint, string_agg(DISTINCT query_id, ',' ORDER BY query_id) AS query_ids
      FROM literature_hits GROUP BY item_id, is_preprint
    ), became AS (
      SELECT doi, max(published_doi) AS published_doi FROM preprint_versions GROUP BY doi
    ), items AS (
      SELECT paper_id AS item_id, false AS is_preprint, title, authors, journal, year, published_on, doi, pmcid, kinds,
        n_citations
      FROM papers LEFT JOIN paper_citations USING (paper_id)
      UNION ALL
      SELECT preprint_id, true, title, authors, server, year, posted_on, doi, NULL, NULL, n_citations FROM preprints
    )
    SELECT items.*, found.query_ids, CASE WHEN is_preprint THEN became.published_doi END AS published_doi
    FROM items LEFT JOIN found USING (item_id, is_preprint) LEFT JOIN became USING (doi)
    ORDER BY published_on DESC NULLS LAST, item_id`;
  return {sql, parameters: []};
}
