import {defineTable, optional, required, type Row} from "./table.js";

/** Clinical trials found by the project's trial queries. */
export const trials = defineTable("trials", "One row per trial.", {
  trial_id: required("VARCHAR", "Trial", "ClinicalTrials.gov id; unique."),
  title: required("VARCHAR", "Title", "Brief title."),
  status: required("VARCHAR", "Status", "Overall status, e.g. RECRUITING, TERMINATED."),
  stage: optional("VARCHAR", "Phase", "Clinical stage, e.g. PHASE_2_3; missing for studies without phases."),
  stage_rank: optional("INTEGER", "Stage rank", "Place in the order of stages; missing when there is no phase."),
  why_stopped: optional("VARCHAR", "Why stopped", "Reason given by the sponsor; missing when it was not stopped."),
  started_on: optional("VARCHAR", "Started", "ISO date; the first of the month or year where no more is known."),
  start_precision: optional("VARCHAR", "Start known to", "day, month or year."),
  primary_completed_on: optional("VARCHAR", "Primary completion", "ISO date, as started_on; may lie ahead."),
  completed_on: optional("VARCHAR", "Completion", "ISO date, as started_on; may lie ahead."),
  n_enrolled: optional("INTEGER", "Enrolment", "People enrolled or planned; missing when not given."),
  sponsor: optional("VARCHAR", "Sponsor", "Lead sponsor."),
  sponsor_class: optional("VARCHAR", "Sponsor class", "E.g. INDUSTRY, NIH, OTHER."),
  study_type: optional("VARCHAR", "Type", "INTERVENTIONAL, OBSERVATIONAL or EXPANDED_ACCESS."),
  conditions: optional("VARCHAR", "Conditions", "Conditions, separated by '; '."),
  source_id: required("VARCHAR", "Source", "Key into sources.")
});
export type TrialRow = Row<typeof trials>;

/** What is given in a trial. */
export const trialInterventions = defineTable("trial_interventions", "One row per trial and intervention.", {
  trial_id: required("VARCHAR", "Trial", "Key into trials."),
  position: required("INTEGER", "Position", "Place in the trial's list, from 1."),
  intervention_type: optional("VARCHAR", "Type", "E.g. DRUG, BIOLOGICAL."),
  intervention: required("VARCHAR", "Intervention", "Name as the sponsor writes it."),
  source_id: required("VARCHAR", "Source", "Key into sources.")
});
export type TrialInterventionRow = Row<typeof trialInterventions>;

/** Which query found which trial. */
export const trialHits = defineTable("trial_hits", "One row per trial query and trial found.", {
  query_id: required("VARCHAR", "Query", "Trial query of the project file."),
  trial_id: required("VARCHAR", "Trial", "Key into trials."),
  source_id: required("VARCHAR", "Source", "Key into sources.")
});
export type TrialHitRow = Row<typeof trialHits>;
