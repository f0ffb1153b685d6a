import * as v from "valibot";
import type {ClinicalCandidateRow} from "../../src/tables/drug-records.js";
import type {
  TargetConstraintRow,
  TargetLabelRow,
  TargetSafetyRow,
  TargetTractabilityRow
} from "../../src/tables/target-cards.js";
import {rankStage} from "./clinical-stage.js";
import {normaliseDiseaseId} from "./disease-id.js";
import {id, integer, list, numeric, text} from "./fields.js";

const source_id = "opentargets";

export const openTargetsTarget = v.looseObject({
  id,
  proteinIds: list(v.looseObject({id, source: text})),
  tractability: list(v.looseObject({label: id, modality: id, value: v.boolean()})),
  targetClass: list(v.looseObject({label: id, level: text})),
  subcellularLocations: list(v.looseObject({location: text}))
});
export type OpenTargetsTarget = v.InferOutput<typeof openTargetsTarget>;

/** The reviewed accession of a target; null when it has none. */
export const accessionOf = ({proteinIds}: OpenTargetsTarget): string | null =>
  proteinIds.find(({source}) => source === "uniprot_swissprot")?.id ?? null;

export function tractabilityRows({tractability}: OpenTargetsTarget, targetId: string): TargetTractabilityRow[] {
  return tractability.map(({label, modality, value}) => ({
    target_id: targetId,
    modality,
    class_label: label,
    is_met: value,
    source_id
  }));
}

/** Broadest level of ChEMBL's tree of protein classes. */
const BROADEST = "l1";

/** The broad classes of a target and where its protein is found; each label once. */
export function labelRows({targetClass, subcellularLocations}: OpenTargetsTarget, targetId: string): TargetLabelRow[] {
  const classes = targetClass.filter(({level}) => level === BROADEST).map(({label}) => label);
  const places = subcellularLocations.flatMap(({location}) => location ?? []);
  const row =
    (kind: string) =>
    (label: string): TargetLabelRow => ({target_id: targetId, kind, label, source_id});
  return [...new Set(classes)].map(row("Target class")).concat([...new Set(places)].map(row("Location")));
}

export const openTargetsCard = v.looseObject({
  id,
  safetyLiabilities: list(
    v.looseObject({
      event: text,
      eventId: text,
      datasource: id,
      literature: text,
      url: text,
      effects: list(v.looseObject({direction: text, dosing: text})),
      biosamples: list(v.looseObject({tissueLabel: text, cellLabel: text}))
    })
  ),
  geneticConstraint: list(
    v.looseObject({
      constraintType: id,
      exp: numeric,
      obs: numeric,
      oe: numeric,
      oeLower: numeric,
      oeUpper: numeric,
      upperBin6: integer
    })
  ),
  drugAndClinicalCandidates: v.nullish(
    v.looseObject({
      rows: list(
        v.looseObject({
          maxClinicalStage: id,
          drug: v.nullish(v.looseObject({id, name: id, drugType: text}), null),
          diseases: list(
            v.looseObject({diseaseFromSource: text, disease: v.nullish(v.looseObject({id, name: text}), null)})
          ),
          clinicalReports: list(v.looseObject({id: text, trialWhyStopped: text}))
        })
      )
    }),
    null
  )
});
export type OpenTargetsCard = v.InferOutput<typeof openTargetsCard>;

export function safetyRows({safetyLiabilities}: OpenTargetsCard, targetId: string): TargetSafetyRow[] {
  return safetyLiabilities.map((item) => ({
    target_id: targetId,
    event: item.event ?? item.eventId ?? "not named",
    event_id: normaliseDiseaseId(item.eventId),
    effects: join(item.effects.map(({direction, dosing}) => join([direction, dosing], ", "))),
    tissues: join(item.biosamples.map(({tissueLabel, cellLabel}) => tissueLabel ?? cellLabel)),
    reported_by: item.datasource,
    pmid: item.literature,
    url: item.url,
    source_id
  }));
}

export function constraintRows({geneticConstraint}: OpenTargetsCard, targetId: string): TargetConstraintRow[] {
  return geneticConstraint.map((item) => ({
    target_id: targetId,
    variant_kind: item.constraintType,
    n_expected: item.exp,
    n_observed: item.obs,
    oe: item.oe,
    oe_lower: item.oeLower,
    oe_upper: item.oeUpper,
    upper_bin6: item.upperBin6,
    source_id
  }));
}

const TRIAL_ID = /^NCT\d{8}$/;

/** One row per drug and disease; a disease named in several spellings is one. */
export function candidateRows({drugAndClinicalCandidates}: OpenTargetsCard, targetId: string): ClinicalCandidateRow[] {
  return (drugAndClinicalCandidates?.rows ?? []).flatMap(({drug, diseases, clinicalReports, maxClinicalStage}) => {
    if (!drug) return [];
    const named = new Map(
      diseases.map(({disease, diseaseFromSource}) => [disease?.id ?? diseaseFromSource, {disease, diseaseFromSource}])
    );
    const trials = clinicalReports.map((report) => report.id).filter((trial) => TRIAL_ID.test(trial ?? ""));
    const rows = named.size > 0 ? [...named.values()] : [{disease: null, diseaseFromSource: null}];
    return rows.map(({disease, diseaseFromSource}) => ({
      target_id: targetId,
      compound_id: drug.id,
      name: drug.name,
      drug_type: drug.drugType,
      disease_id: normaliseDiseaseId(disease?.id ?? null),
      disease_name: disease?.name ?? diseaseFromSource,
      stage: maxClinicalStage,
      stage_rank: rankStage(maxClinicalStage),
      trial_ids: join(trials, ","),
      why_stopped: join([...new Set(clinicalReports.map((report) => report.trialWhyStopped))]),
      source_id
    }));
  });
}

/** Joins what is there; null when nothing is. */
function join(parts: readonly (string | null)[], separator = "; "): string | null {
  return parts.filter((part) => part !== null && part !== "").join(separator) || null;
}
