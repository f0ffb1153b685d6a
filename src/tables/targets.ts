import {defineTable, optional, required, type Row} from "./table.js";

/** Targets associated with the project's disease. */
export const targets = defineTable("targets", "One row per target associated with the project's disease.", {
  target_id: required(
    "VARCHAR",
    "Target",
    "Approved symbol; the Ensembl gene id where an earlier target has the symbol; unique."
  ),
  symbol: required("VARCHAR", "Symbol", "Approved gene symbol, as text even when it looks like a number."),
  approved_name: optional("VARCHAR", "Name", "Approved gene name."),
  uniprot_accession: optional("VARCHAR", "UniProt", "UniProt accession of the canonical protein."),
  chembl_target_id: optional("VARCHAR", "ChEMBL target", "ChEMBL id of the single-protein target."),
  platform_score: optional("DOUBLE", "Association score", "The platform's overall association score, 0-1."),
  in_project: required("BOOLEAN", "In project", "True when the project file names this target."),
  source_id: required("VARCHAR", "Source", "Key into sources."),
  source_row: required("INTEGER", "Source row", "1-based data row in the source export, to trace the line.")
});
export type TargetRow = Row<typeof targets>;

/** Evidence per target and data source; a source with no evidence has no row. */
export const targetEvidence = defineTable("target_evidence", "One row per target and data source that has evidence.", {
  target_id: required("VARCHAR", "Target", "Key into targets."),
  datasource_id: required(
    "VARCHAR",
    "Data source",
    "Open Targets data source id, snake_case, e.g. 'gwas_credible_sets'."
  ),
  score: required("DOUBLE", "Score", "Data-source association score, 0-1 (harmonic sum of its evidence).")
});
export type TargetEvidenceRow = Row<typeof targetEvidence>;

/** Prioritisation factors; a factor not assessed has no row. */
export const targetFactors = defineTable("target_factors", "One row per target and prioritisation factor assessed.", {
  target_id: required("VARCHAR", "Target", "Key into targets."),
  factor_id: required("VARCHAR", "Factor", "Open Targets factor key, e.g. 'geneticConstraint'."),
  value: required("DOUBLE", "Value", "From -1 (unfavourable) to +1 (favourable); a missing row means not assessed.")
});
export type TargetFactorRow = Row<typeof targetFactors>;
