import type {CompoundChange, PotencyChange, SourceChange, TargetChange, TrialChange} from "../../src/tables/changes.js";
import type {Query} from "../../src/store/store.js";

/** A difference of medians or scores below this is rounding, not change. */
const SAME = 1e-9;

const kind = (key: string): string =>
  `CASE WHEN b.${key} IS NULL THEN 'new' WHEN a.${key} IS NULL THEN 'gone' ELSE 'changed' END AS kind`;

/** Numbers that differ, or of which one is missing. */
const differs = (before: string, after: string): string =>
  `(${before} IS NULL) <> (${after} IS NULL) OR abs(${before} - ${after}) > ${String(SAME)}`;

export function sourceChanges(): Query<SourceChange> {
  const sql = `
    SELECT ${kind("source_id")}, coalesce(b.source_id, a.source_id) AS source_id,
      b.release AS release_before, a.release AS release_after, b.row_count AS rows_before, a.row_count AS rows_after
    FROM before.sources AS b FULL JOIN after.sources AS a ON a.source_id = b.source_id
    WHERE a.sha256 IS DISTINCT FROM b.sha256 OR a.release IS DISTINCT FROM b.release
    ORDER BY source_id`;
  return {sql, parameters: []};
}

export function targetChanges(): Query<TargetChange> {
  const ranked = (name: string): string =>
    `(SELECT symbol, target_id, in_project, platform_score, rank() OVER (ORDER BY platform_score DESC NULLS LAST) AS place
      FROM ${name}.targets)`;
  // By key: two genes may have one symbol.
  const sql = `
    WITH moved AS (
      SELECT target_id, datasource_id, b.score AS datasource_before, a.score AS datasource_after
      FROM before.target_evidence AS b FULL JOIN after.target_evidence AS a USING (target_id, datasource_id)
      WHERE ${differs("b.score", "a.score")}
      QUALIFY row_number() OVER (
        PARTITION BY target_id ORDER BY abs(coalesce(b.score, 0) - coalesce(a.score, 0)) DESC, datasource_id
      ) = 1
    )
    SELECT ${kind("target_id")}, coalesce(a.target_id, b.target_id) AS target_id, coalesce(a.symbol, b.symbol) AS symbol,
      coalesce(a.in_project, b.in_project) AS in_project, b.platform_score AS score_before,
      a.platform_score AS score_after, b.place AS rank_before, a.place AS rank_after,
      m.datasource_id, m.datasource_before, m.datasource_after
    FROM ${ranked("before")} AS b FULL JOIN ${ranked("after")} AS a ON a.target_id = b.target_id
    LEFT JOIN moved AS m ON m.target_id = coalesce(a.target_id, b.target_id)
    WHERE a.target_id IS NULL OR b.target_id IS NULL OR ${differs("b.platform_score", "a.platform_score")}
    ORDER BY abs(coalesce(b.platform_score, 0) - coalesce(a.platform_score, 0)) DESC, coalesce(a.target_id, b.target_id)`;
  return {sql, parameters: []};
}

export function compoundChanges(): Query<CompoundChange> {
  const sql = `
    SELECT ${kind("compound_id")}, coalesce(a.set_id, b.set_id) AS set_id,
      coalesce(a.compound_id, b.compound_id) AS compound_id, b.smiles AS smiles_before, a.smiles AS smiles_after
    FROM before.compounds AS b
    FULL JOIN after.compounds AS a ON a.set_id = b.set_id AND a.compound_id = b.compound_id
    WHERE a.smiles IS DISTINCT FROM b.smiles
    ORDER BY kind, coalesce(a.set_id, b.set_id), coalesce(a.compound_id, b.compound_id)`;
  return {sql, parameters: []};
}

export function potencyChanges(): Query<PotencyChange> {
  const named = (name: string): string =>
    `(SELECT p.*, coalesce(symbol, p.target_id) AS symbol
      FROM ${name}.potencies AS p LEFT JOIN ${name}.targets AS t USING (target_id))`;
  const sql = `
    WITH named AS (
      SELECT compound_id, any_value(name) AS name, any_value(smiles) AS smiles
      FROM (FROM after.compounds UNION ALL BY NAME
        SELECT * FROM before.compounds WHERE compound_id NOT IN (SELECT compound_id FROM after.compounds))
      GROUP BY compound_id
    )
    SELECT ${kind("compound_id")}, coalesce(a.compound_id, b.compound_id) AS compound_id, named.name, named.smiles,
      coalesce(a.symbol, b.symbol) AS symbol, coalesce(a.standard_type, b.standard_type) AS standard_type,
      b.pchembl_median AS pchembl_before, a.pchembl_median AS pchembl_after
    FROM ${named("before")} AS b FULL JOIN ${named("after")} AS a
      ON a.compound_id = b.compound_id AND a.symbol = b.symbol AND a.standard_type = b.standard_type
    LEFT JOIN named ON named.compound_id = coalesce(a.compound_id, b.compound_id)
    WHERE a.compound_id IS NULL OR b.compound_id IS NULL OR ${differs("b.pchembl_median", "a.pchembl_median")}
    ORDER BY abs(a.pchembl_median - b.pchembl_median) DESC NULLS LAST,
      coalesce(a.pchembl_median, b.pchembl_median) DESC NULLS LAST, coalesce(a.compound_id, b.compound_id),
      coalesce(a.symbol, b.symbol)`;
  return {sql, parameters: []};
}

export function trialChanges(): Query<TrialChange> {
  const sql = `
    SELECT ${kind("trial_id")}, coalesce(a.trial_id, b.trial_id) AS trial_id, coalesce(a.title, b.title) AS title,
      b.status AS status_before, a.status AS status_after, b.stage AS stage_before, a.stage AS stage_after,
      a.why_stopped
    FROM before.trials AS b FULL JOIN after.trials AS a ON a.trial_id = b.trial_id
    WHERE a.status IS DISTINCT FROM b.status OR a.stage IS DISTINCT FROM b.stage
    ORDER BY coalesce(a.trial_id, b.trial_id)`;
  return {sql, parameters: []};
}
