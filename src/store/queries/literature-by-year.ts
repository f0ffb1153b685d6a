import type {Query} from "../store.js";

/** Publications of a query in a year; papers and preprints are counted by different sources and kept apart. */
export interface LiteratureYear {
  readonly query_id: string;
  /** The query as it was sent. */
  readonly query: string;
  readonly year: number;
  readonly n_papers: number;
  readonly is_preprint: boolean;
  readonly is_partial: boolean;
}

/** Publications per year of every literature query, oldest year first. */
export function literatureByYear(): Query<LiteratureYear> {
  const sql = `
    SELECT c.query_id, coalesce(q.query, c.query_id) AS query, c.year, c.n_papers, c.is_preprint, c.is_partial
    FROM paper_counts AS c
    LEFT JOIN literature_queries AS q USING (query_id, source_id, is_preprint)
    ORDER BY c.is_preprint, c.query_id, c.year`;
  return {sql, parameters: []};
}
