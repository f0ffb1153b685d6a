import type {Query} from "../store.js";

/** What the platform's evidence says of a target of the project, and where that stands among all its targets. */
export interface EvidenceScore {
  readonly target_id: string;
  readonly symbol: string;
  readonly datasource_id: string;
  /** 0-1; null when the data source has no evidence on the target. */
  readonly score: number | null;
  /** Place among the targets with evidence, from 1; null without evidence. */
  readonly place: number | null;
  /** Targets of the disease with evidence of the data source. */
  readonly n_targets: number;
}

/** Scores of the project's targets in the named data sources, in the order of targets and sources. */
export function evidenceScores(datasources: readonly string[]): Query<EvidenceScore> {
  const sql = `
    WITH asked AS (SELECT unnest([${datasources.map(() => "?").join(", ")}]::VARCHAR[]) AS datasource_id),
    ranked AS (
      SELECT target_id, datasource_id, score,
        rank() OVER (PARTITION BY datasource_id ORDER BY score DESC) AS place,
        count(*) OVER (PARTITION BY datasource_id) AS n_targets
      FROM target_evidence
    )
    SELECT t.target_id, t.symbol, a.datasource_id, r.score, r.place::INTEGER AS place,
      coalesce((SELECT max(n_targets) FROM ranked AS all_of WHERE all_of.datasource_id = a.datasource_id), 0)::INTEGER
        AS n_targets
    FROM targets AS t CROSS JOIN asked AS a
    LEFT JOIN ranked AS r ON r.target_id = t.target_id AND r.datasource_id = a.datasource_id
    WHERE t.in_project
    ORDER BY t.symbol, a.datasource_id`;
  return {sql, parameters: [...datasources]};
}
