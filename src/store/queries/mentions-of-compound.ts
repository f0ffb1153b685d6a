import type {Query} from "../store.js";

/** A trial in which a compound is given. */
export interface CompoundTrial {
  readonly trial_id: string;
  readonly title: string;
  readonly status: string;
  readonly stage: string | null;
  readonly started_on: string | null;
}

/** A paper whose title names a compound. */
export interface CompoundPaper {
  readonly paper_id: string;
  readonly title: string;
  readonly journal: string | null;
  readonly year: number | null;
  readonly doi: string | null;
}

/** Trials of the project that give a compound by its name, the latest start first. */
export const trialsOfCompound = (name: string): Query<CompoundTrial> => ({
  sql: `SELECT trial_id, title, status, stage, started_on FROM trials AS t
    WHERE EXISTS (FROM trial_interventions AS i
      WHERE i.trial_id = t.trial_id AND contains(lower(i.intervention), lower(?)))
    ORDER BY started_on DESC NULLS LAST, trial_id`,
  parameters: [name]
});

/** Papers of the project whose title names a compound, the latest first. */
export const papersOfCompound = (name: string): Query<CompoundPaper> => ({
  sql: `SELECT paper_id, title, journal, year, doi FROM papers WHERE contains(lower(title), lower(?))
    ORDER BY published_on DESC NULLS LAST, paper_id`,
  parameters: [name]
});
