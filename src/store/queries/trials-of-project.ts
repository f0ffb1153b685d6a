import type {Query} from "../store.js";

/** A trial of the project with what is given in it. */
export interface ProjectTrial {
  readonly trial_id: string;
  readonly title: string;
  readonly status: string;
  readonly stage: string | null;
  readonly stage_rank: number | null;
  readonly why_stopped: string | null;
  readonly started_on: string | null;
  readonly completed_on: string | null;
  readonly n_enrolled: number | null;
  readonly sponsor: string | null;
  readonly sponsor_class: string | null;
  readonly study_type: string | null;
  /** Names separated by "; "; null when none is named. */
  readonly interventions: string | null;
}

/** Trials of the project, the latest start first. */
export function trialsOfProject(): Query<ProjectTrial> {
  const sql = `
    SELECT t.trial_id, t.title, t.status, t.stage, t.stage_rank, t.why_stopped, t.started_on, t.completed_on,
      t.n_enrolled, t.sponsor, t.sponsor_class, t.study_type,
      (SELECT string_agg(i.intervention, '; ' ORDER BY i.position)
        FROM trial_interventions AS i WHERE i.trial_id = t.trial_id) AS interventions
    FROM trials AS t
    ORDER BY t.started_on DESC NULLS LAST, t.trial_id`;
  return {sql, parameters: []};
}
