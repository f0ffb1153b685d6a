import * as v from "valibot";
import type {TrialInterventionRow, TrialRow} from "../../src/tables/trials.js";
import {rankStage, stageOfPhases} from "./clinical-stage.js";
import {id, integer, list, text} from "./fields.js";
import {parsePartialDate} from "./partial-date.js";

const source_id = "clinicaltrials";
const module = <const Entries extends v.ObjectEntries>(entries: Entries) => v.nullish(v.looseObject(entries), null);
const dateStruct = module({date: text});

/** A study as ClinicalTrials.gov gives it: every module but the identification may be absent. */
export const registryStudy = v.looseObject({
  protocolSection: v.looseObject({
    identificationModule: v.looseObject({nctId: v.pipe(id, v.regex(/^NCT\d{8}$/)), briefTitle: id}),
    statusModule: module({
      overallStatus: text,
      whyStopped: text,
      startDateStruct: dateStruct,
      primaryCompletionDateStruct: dateStruct,
      completionDateStruct: dateStruct
    }),
    sponsorCollaboratorsModule: module({leadSponsor: module({name: text, class: text})}),
    conditionsModule: module({conditions: list(v.string())}),
    designModule: module({
      studyType: text,
      phases: list(v.string()),
      enrollmentInfo: module({count: integer})
    }),
    armsInterventionsModule: module({interventions: list(v.looseObject({name: id, type: text}))})
  })
});
export type RegistryStudy = v.InferOutput<typeof registryStudy>;

/** The registry writes this where nobody knows the number. */
const NO_ENROLMENT = 99_999_999;

/** Text without the backslashes of the registry's Markdown. */
const unescape = (value: string): string => value.replace(/\\+([\\[\]<>*_~`#()])/g, "$1");

export function trialRow({protocolSection: study}: RegistryStudy): TrialRow {
  const {statusModule: status, designModule: design, sponsorCollaboratorsModule: sponsors} = study;
  const stage = stageOfPhases(design?.phases ?? []);
  const started = parsePartialDate(status?.startDateStruct?.date ?? null);
  const enrolled = design?.enrollmentInfo?.count ?? null;
  return {
    trial_id: study.identificationModule.nctId,
    title: unescape(study.identificationModule.briefTitle),
    status: status?.overallStatus ?? "UNKNOWN",
    stage,
    stage_rank: rankStage(stage),
    why_stopped: status?.whyStopped ? unescape(status.whyStopped) : null,
    started_on: started?.date ?? null,
    start_precision: started?.precision ?? null,
    primary_completed_on: parsePartialDate(status?.primaryCompletionDateStruct?.date ?? null)?.date ?? null,
    completed_on: parsePartialDate(status?.completionDateStruct?.date ?? null)?.date ?? null,
    n_enrolled: enrolled === NO_ENROLMENT ? null : enrolled,
    sponsor: sponsors?.leadSponsor?.name ?? null,
    sponsor_class: sponsors?.leadSponsor?.class ?? null,
    study_type: design?.studyType ?? null,
    conditions: study.conditionsModule?.conditions.join("; ") || null,
    source_id
  };
}

export function interventionRows({protocolSection: study}: RegistryStudy): TrialInterventionRow[] {
  return (study.armsInterventionsModule?.interventions ?? []).map(({name, type}, i) => ({
    trial_id: study.identificationModule.nctId,
    position: i + 1,
    intervention_type: type,
    intervention: unescape(name),
    source_id
  }));
}
