import type {Query} from "../store.js";

/** A drug given in a trial, and a target it acts on. */
export interface DrugInTrial {
  readonly trial_id: string;
  readonly compound_id: string;
  readonly name: string;
  /** Key into targets; null when no mechanism on a target of the project is known. */
  readonly target_id: string | null;
  readonly symbol: string | null;
}

/** Names shorter than this are too often part of other words to be looked for. */
const SHORTEST_NAME = 4;

/**
 * Drugs of the trials: those that a source lists under the trial, and those whose name an intervention holds as whole
 * words; each with the targets that mechanisms or clinical candidates give it.
 */
export function drugsInTrials(): Query<DrugInTrial> {
  const words = (text: string): string => `' ' || regexp_replace(lower(${text}), '[^a-z0-9]+', ' ', 'g') || ' '`;
  const sql = `
    WITH known AS (
      SELECT compound_id, name FROM drugs UNION SELECT compound_id, name FROM clinical_candidates
    ), named AS (
      SELECT i.trial_id, k.compound_id
      FROM trial_interventions AS i JOIN known AS k ON contains(${words("i.intervention")}, ${words("k.name")})
      WHERE length(k.name) >= ${String(SHORTEST_NAME)}
    ), listed AS (
      SELECT unnest(string_split(trial_ids, ',')) AS trial_id, compound_id FROM clinical_candidates
      UNION
      SELECT unnest(string_split(trial_ids, ',')), compound_id FROM indications
    ), acts AS (
      SELECT compound_id, target_id FROM mechanisms UNION SELECT compound_id, target_id FROM clinical_candidates
    ), given AS (
      FROM named UNION SELECT trim(trial_id), compound_id FROM listed
    )
    SELECT DISTINCT g.trial_id, g.compound_id,
      coalesce((SELECT min(name) FROM known AS k WHERE k.compound_id = g.compound_id), g.compound_id) AS name,
      a.target_id, t.symbol
    FROM given AS g JOIN trials USING (trial_id)
    LEFT JOIN acts AS a ON a.compound_id = g.compound_id
    LEFT JOIN targets AS t ON t.target_id = a.target_id
    ORDER BY g.trial_id, name, a.target_id`;
  return {sql, parameters: []};
}
