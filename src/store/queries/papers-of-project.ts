import type {Query} from "../store.js";

/** A paper or preprint found by the project's literature queries. */
export interface ProjectPaper {
  readonly item_id: string;
  readonly is_preprint: boolean;
  readonly title: string;
  readonly authors: string | null;
  readonly journal: string | null;
  readonly published_on: string | null;
  readonly doi: string | null;
  readonly n_citations: number | null;
}

/** Papers and preprints of the project, the newest first. */
export function papersOfProject(): Query<ProjectPaper> {
  const sql = `
    SELECT paper_id AS item_id, false AS is_preprint, title, authors, journal, published_on, doi, n_citations
    FROM papers LEFT JOIN paper_citations USING (paper_id)
    UNION ALL
    SELECT preprint_id, true, title, authors, server, posted_on, doi, n_citations FROM preprints
    ORDER BY published_on DESC NULLS LAST, item_id`;
  return {sql, parameters: []};
}
