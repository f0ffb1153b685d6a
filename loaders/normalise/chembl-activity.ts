import * as v from "valibot";
import type {ActivityRow, AssayRow} from "../../src/tables/activities.js";
import {flag, id, integer, numeric, text} from "./fields.js";

/** An activity as ChEMBL gives it; `standard_*` is used, never the values as published. */
export const chemblActivity = v.looseObject({
  activity_id: v.number(),
  assay_chembl_id: id,
  assay_type: text,
  bao_format: text,
  document_chembl_id: text,
  document_year: integer,
  molecule_chembl_id: id,
  parent_molecule_chembl_id: text,
  target_chembl_id: id,
  target_organism: text,
  standard_type: id,
  standard_relation: text,
  standard_value: numeric,
  standard_units: text,
  pchembl_value: numeric,
  activity_comment: text,
  data_validity_comment: text,
  potential_duplicate: flag
});
export type ChemblActivity = v.InferOutput<typeof chemblActivity>;

/** Nanomolar per unit. Units that are no concentration are not in the table: their value is missing. */
const NANOMOLAR: Readonly<Record<string, number>> = {M: 1e9, mM: 1e6, uM: 1e3, µM: 1e3, nM: 1, pM: 1e-3};

/** A measured value in nM; null for units that are no concentration. */
export function toNanomolar(value: number | null, units: string | null): number | null {
  const factor = NANOMOLAR[units ?? ""];
  return value === null || factor === undefined ? null : value * factor;
}

/** One activity; a salt's record is joined to the parent molecule, censored values and flags are kept. */
export function activityRow(activity: ChemblActivity, targetId: string, sourceRow: number): ActivityRow {
  return {
    activity_id: activity.activity_id,
    compound_id: compoundOf(activity),
    target_id: targetId,
    chembl_target_id: activity.target_chembl_id,
    assay_id: activity.assay_chembl_id,
    document_id: activity.document_chembl_id,
    document_year: activity.document_year,
    standard_type: activity.standard_type,
    standard_relation: activity.standard_relation,
    standard_value_nm: toNanomolar(activity.standard_value, activity.standard_units),
    pchembl_value: activity.pchembl_value,
    activity_comment: activity.activity_comment,
    data_validity_comment: activity.data_validity_comment,
    is_duplicate: activity.potential_duplicate,
    source_id: "chembl",
    source_row: sourceRow
  };
}

/** The parent molecule where there is one, else the molecule measured. */
export const compoundOf = (item: {molecule_chembl_id: string; parent_molecule_chembl_id: string | null}): string =>
  item.parent_molecule_chembl_id ?? item.molecule_chembl_id;

export const chemblAssay = v.looseObject({
  assay_chembl_id: id,
  target_chembl_id: id,
  assay_type: id,
  bao_format: text,
  confidence_score: integer,
  relationship_type: text,
  assay_organism: text
});

export function assayRow(assay: v.InferOutput<typeof chemblAssay>): AssayRow {
  return {
    assay_id: assay.assay_chembl_id,
    chembl_target_id: assay.target_chembl_id,
    assay_type: assay.assay_type,
    bao_format: assay.bao_format,
    confidence_score: assay.confidence_score,
    relationship_type: assay.relationship_type,
    organism: assay.assay_organism,
    source_id: "chembl"
  };
}
