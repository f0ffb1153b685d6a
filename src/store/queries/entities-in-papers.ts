import type {Query} from "../store.js";

/** What a paper names, by kind. */
export interface EntityInPaper {
  readonly paper_id: string;
  /** "Gene", "Disease", "Chemical" and others of the source. */
  readonly entity_type: string;
  readonly entity: string;
  readonly n_mentions: number;
}

/** Genes, diseases, chemicals and others named in papers, the most mentioned of a paper first. */
export function entitiesInPapers(): Query<EntityInPaper> {
  return {
    sql: "SELECT paper_id, entity_type, entity, n_mentions FROM paper_entities ORDER BY paper_id, n_mentions DESC, entity",
    parameters: []
  };
}
