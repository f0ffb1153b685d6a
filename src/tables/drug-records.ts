import {defineTable, optional, required, type Row} from "./table.js";

/** What drugs and candidates do to the project's targets. */
export const mechanisms = defineTable("mechanisms", "One row per mechanism of a drug or candidate on a target.", {
  mechanism_id: required("INTEGER", "Mechanism", "ChEMBL number of the record."),
  compound_id: required("VARCHAR", "Compound", "ChEMBL id of the parent molecule."),
  form_id: required("VARCHAR", "Form", "ChEMBL id of the form, salt or parent, the record hangs on."),
  target_id: required("VARCHAR", "Target", "Key into targets."),
  chembl_target_id: required("VARCHAR", "ChEMBL target", "ChEMBL id of the target, protein or complex."),
  mechanism: optional("VARCHAR", "Mechanism of action", "In the source's words."),
  action_type: optional("VARCHAR", "Action", "E.g. INHIBITOR."),
  max_phase: optional("DOUBLE", "Max phase", "Highest clinical phase of the molecule."),
  source_id: required("VARCHAR", "Source", "Key into sources.")
});
export type MechanismRow = Row<typeof mechanisms>;

/** Diseases that drugs and candidates were tried or approved for. */
export const indications = defineTable("indications", "One row per drug or candidate and disease.", {
  indication_id: required("INTEGER", "Indication", "ChEMBL number of the record."),
  compound_id: required("VARCHAR", "Compound", "ChEMBL id of the parent molecule."),
  disease_id: optional("VARCHAR", "Disease", "EFO or MONDO id with underscore; missing when only MeSH is given."),
  disease_name: optional("VARCHAR", "Disease", "Name of the disease."),
  mesh_id: optional("VARCHAR", "MeSH", "MeSH descriptor."),
  max_phase: optional("DOUBLE", "Max phase", "Highest phase for this disease: 4 approved, 0.5 early phase 1."),
  trial_ids: optional("VARCHAR", "Trials", "ClinicalTrials.gov ids, comma-separated."),
  source_id: required("VARCHAR", "Source", "Key into sources.")
});
export type IndicationRow = Row<typeof indications>;

/** Warnings and withdrawals. */
export const drugWarnings = defineTable("drug_warnings", "One row per warning on a drug.", {
  warning_id: required("INTEGER", "Warning", "ChEMBL number of the record."),
  compound_id: required("VARCHAR", "Compound", "ChEMBL id of the parent molecule."),
  warning_type: required("VARCHAR", "Type", "'Black Box Warning' or 'Withdrawn'."),
  warning_class: optional("VARCHAR", "Class", "Class of toxicity."),
  description: optional("VARCHAR", "Description", "In the source's words."),
  country: optional("VARCHAR", "Country", "Country or agency."),
  year: optional("INTEGER", "Year", "Year of the warning."),
  source_id: required("VARCHAR", "Source", "Key into sources.")
});
export type DrugWarningRow = Row<typeof drugWarnings>;

/** Salts and other forms whose records were joined to their parent molecule. */
export const moleculeForms = defineTable("molecule_forms", "One row per molecule form that is not its own parent.", {
  form_id: required("VARCHAR", "Form", "ChEMBL id of the salt or other form that was measured."),
  compound_id: required("VARCHAR", "Compound", "ChEMBL id of its parent: the compound in other tables."),
  source_id: required("VARCHAR", "Source", "Key into sources.")
});
export type MoleculeFormRow = Row<typeof moleculeForms>;

/** Drugs and clinical candidates of a target, from trials and labels. */
export const clinicalCandidates = defineTable(
  "clinical_candidates",
  "One row per target, drug or candidate, and disease.",
  {
    target_id: required("VARCHAR", "Target", "Key into targets."),
    compound_id: required("VARCHAR", "Compound", "ChEMBL id."),
    name: required("VARCHAR", "Name", "Name of the drug or candidate."),
    drug_type: optional("VARCHAR", "Type", "E.g. 'Small molecule'."),
    disease_id: optional("VARCHAR", "Disease", "EFO or MONDO id with underscore."),
    disease_name: optional("VARCHAR", "Disease", "Name of the disease."),
    stage: required("VARCHAR", "Stage", "Highest clinical stage, e.g. PHASE_3."),
    stage_rank: optional(
      "INTEGER",
      "Stage rank",
      "Place in the order of stages from 1 to 11, approval; missing when unknown."
    ),
    trial_ids: optional("VARCHAR", "Trials", "ClinicalTrials.gov ids, comma-separated."),
    why_stopped: optional("VARCHAR", "Why stopped", "Reasons given for stopped trials, separated by '; '."),
    source_id: required("VARCHAR", "Source", "Key into sources.")
  }
);
export type ClinicalCandidateRow = Row<typeof clinicalCandidates>;
