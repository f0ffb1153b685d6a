import * as v from "valibot";
import type {DrugWarningRow, IndicationRow, MechanismRow} from "../../src/tables/drug-records.js";
import type {DrugRow} from "../../src/tables/drugs.js";
import type {ChemblMolecule} from "./chembl-molecule.js";
import {normaliseDiseaseId} from "./disease-id.js";
import {id, integer, list, numeric, text} from "./fields.js";

const source_id = "chembl";
const forms = {molecule_chembl_id: id, parent_molecule_chembl_id: text};

export const chemblMechanism = v.looseObject({
  ...forms,
  mec_id: v.number(),
  target_chembl_id: id,
  mechanism_of_action: text,
  action_type: text,
  max_phase: numeric
});

export function mechanismRow(item: v.InferOutput<typeof chemblMechanism>, targetId: string): MechanismRow {
  return {
    mechanism_id: item.mec_id,
    compound_id: item.parent_molecule_chembl_id ?? item.molecule_chembl_id,
    form_id: item.molecule_chembl_id,
    target_id: targetId,
    chembl_target_id: item.target_chembl_id,
    mechanism: item.mechanism_of_action,
    action_type: item.action_type,
    max_phase: item.max_phase,
    source_id
  };
}

export const chemblIndication = v.looseObject({
  ...forms,
  drugind_id: v.number(),
  efo_id: text,
  efo_term: text,
  mesh_id: text,
  mesh_heading: text,
  max_phase_for_ind: numeric,
  indication_refs: list(v.looseObject({ref_type: text, ref_id: text}))
});

export function indicationRow(item: v.InferOutput<typeof chemblIndication>): IndicationRow {
  const trials = item.indication_refs.filter(({ref_type}) => ref_type === "ClinicalTrials");
  return {
    indication_id: item.drugind_id,
    compound_id: item.parent_molecule_chembl_id ?? item.molecule_chembl_id,
    disease_id: normaliseDiseaseId(item.efo_id),
    disease_name: item.efo_term ?? item.mesh_heading,
    mesh_id: item.mesh_id,
    max_phase: item.max_phase_for_ind,
    trial_ids: trials.map(({ref_id}) => ref_id ?? "").join(",") || null,
    source_id
  };
}

export const chemblWarning = v.looseObject({
  ...forms,
  warning_id: v.number(),
  warning_type: id,
  warning_class: text,
  warning_description: text,
  warning_country: text,
  warning_year: integer
});

export function warningRow(item: v.InferOutput<typeof chemblWarning>): DrugWarningRow {
  return {
    warning_id: item.warning_id,
    compound_id: item.parent_molecule_chembl_id ?? item.molecule_chembl_id,
    warning_type: item.warning_type,
    warning_class: item.warning_class,
    description: item.warning_description,
    country: item.warning_country,
    year: item.warning_year,
    source_id
  };
}

export function drugRow(molecule: ChemblMolecule, isProjectDrug: boolean, sourceRow: number): DrugRow {
  return {
    compound_id: molecule.molecule_chembl_id,
    name: molecule.pref_name ?? molecule.molecule_chembl_id,
    molecule_type: molecule.molecule_type,
    max_phase: molecule.max_phase,
    first_approval: molecule.first_approval,
    is_project_drug: isProjectDrug,
    source_id,
    source_row: sourceRow
  };
}
