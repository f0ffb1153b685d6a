import {defineTable, optional, required, type Row} from "./table.js";

/** Associations of many diseases at once, from the bulk files. */
export const associations = defineTable(
  "associations",
  "One row per disease, target and aggregation of evidence, for diseases beside the project's own.",
  {
    disease_id: required("VARCHAR", "Disease", "EFO or MONDO id with underscore."),
    target_id: required("VARCHAR", "Target", "Ensembl gene id."),
    aggregation: required("VARCHAR", "Aggregation", "'overall', or a data source id."),
    score: required("DOUBLE", "Score", "Association score, 0-1."),
    n_evidence: optional("INTEGER", "Evidence", "Number of evidence strings.")
  }
);
export type AssociationRow = Row<typeof associations>;

/** All compounds of ChEMBL that have a structure. */
export const chemreps = defineTable("chemreps", "One row per ChEMBL compound with a structure.", {
  compound_id: required("VARCHAR", "Compound", "ChEMBL id."),
  smiles: required("VARCHAR", "SMILES", "Canonical SMILES as the source gives it."),
  inchikey: required("VARCHAR", "InChIKey", "Standard InChIKey.")
});
export type ChemrepRow = Row<typeof chemreps>;
