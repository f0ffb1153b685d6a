import {defineTable, optional, required, type Row} from "./table.js";

/** Measured activities, one record each, nothing merged, nothing censored thrown away. */
export const activities = defineTable("activities", "One row per measured value of a compound on a target.", {
  activity_id: required("INTEGER", "Activity", "Number of the record in this store, stable for one snapshot."),
  compound_id: required("VARCHAR", "Compound", "ChEMBL id of the molecule measured."),
  target_id: required("VARCHAR", "Target", "Key into targets."),
  chembl_target_id: required("VARCHAR", "ChEMBL target", "ChEMBL id of the target measured."),
  assay_id: required("VARCHAR", "Assay", "ChEMBL id of the assay; key into assays."),
  document_id: optional("VARCHAR", "Document", "ChEMBL id of the document; missing where the source gives none."),
  document_year: optional("INTEGER", "Year", "Year of the document."),
  standard_type: required("VARCHAR", "Type", "What was measured, e.g. 'IC50'."),
  standard_relation: optional(
    "VARCHAR",
    "Relation",
    "One of =, >, <, >=, <=, ~; a value with > is censored, not exact."
  ),
  standard_value_nm: optional("DOUBLE", "Value", "Measured concentration.", {unit: "nM"}),
  pchembl_value: optional("DOUBLE", "pChEMBL", "-log10 of the molar value, as ChEMBL gives it; exact values only."),
  activity_comment: optional("VARCHAR", "Comment", "ChEMBL's activity comment."),
  data_validity_comment: optional("VARCHAR", "Validity", "ChEMBL's warning about the value; missing means none."),
  is_duplicate: optional(
    "BOOLEAN",
    "Duplicate",
    "True when the source marks it a potential duplicate; missing when not said."
  ),
  source_id: required("VARCHAR", "Source", "Key into sources."),
  source_row: required("INTEGER", "Source row", "1-based data row in the source file, to trace the line.")
});
export type ActivityRow = Row<typeof activities>;

/** Assays the activities come from. */
export const assays = defineTable("assays", "One row per assay.", {
  assay_id: required("VARCHAR", "Assay", "ChEMBL id of the assay."),
  chembl_target_id: required("VARCHAR", "ChEMBL target", "ChEMBL id of the target of the assay."),
  assay_type: required(
    "VARCHAR",
    "Assay type",
    "B binding, F functional, A ADME, T toxicity, P physicochemical, U unclassified."
  ),
  bao_format: optional(
    "VARCHAR",
    "Format",
    "BioAssay Ontology id of the assay format, e.g. BAO_0000357 single protein."
  ),
  confidence_score: optional("INTEGER", "Confidence", "ChEMBL's target assignment confidence, 0-9."),
  relationship_type: optional(
    "VARCHAR",
    "Relationship",
    "ChEMBL's target relationship: D direct, H homologue, and others."
  ),
  organism: optional("VARCHAR", "Organism", "Organism of the assay."),
  source_id: required("VARCHAR", "Source", "Key into sources.")
});
export type AssayRow = Row<typeof assays>;

/** Papers, patents and data sets that activities come from: citations, no abstracts. */
export const documents = defineTable("documents", "One row per document that a measured value comes from.", {
  document_id: required("VARCHAR", "Document", "ChEMBL id of the document; key of activities."),
  document_type: optional("VARCHAR", "Type", "PUBLICATION, PATENT, DATASET and others, in the source's words."),
  title: optional("VARCHAR", "Title", "Title of the paper or patent; missing where the source gives none."),
  authors: optional("VARCHAR", "Authors", "Names as the source writes them, comma-separated."),
  journal: optional("VARCHAR", "Journal", "Abbreviated journal title."),
  year: optional("INTEGER", "Year", "Year of publication."),
  volume: optional("VARCHAR", "Volume", "Volume of the journal."),
  first_page: optional("VARCHAR", "Page", "First page."),
  doi: optional("VARCHAR", "DOI", "DOI of the paper."),
  pubmed_id: optional("VARCHAR", "PubMed", "PubMed id of the paper."),
  patent_id: optional("VARCHAR", "Patent", "Number of the patent, e.g. 'US-8785639-B2'."),
  source_id: required("VARCHAR", "Source", "Key into sources.")
});
export type DocumentRow = Row<typeof documents>;

/** Potency of a compound on a target, from all its records. */
export const potencies = defineTable("potencies", "One row per compound, target and measured type.", {
  compound_id: required("VARCHAR", "Compound", "ChEMBL id."),
  target_id: required("VARCHAR", "Target", "Key into targets."),
  standard_type: required("VARCHAR", "Type", "What was measured, e.g. 'IC50'."),
  n: required("INTEGER", "n", "Number of records with a value, exact or censored."),
  n_exact: required(
    "INTEGER",
    "n exact",
    "Number of records with relation '=' and a pChEMBL value, validity warnings left out."
  ),
  n_censored: required("INTEGER", "n censored", "Number of records with another relation."),
  n_assays: required("INTEGER", "Assays", "Number of assays."),
  pchembl_median: optional("DOUBLE", "Median pChEMBL", "Median over exact records; missing when there are none."),
  pchembl_min: optional("DOUBLE", "Lowest pChEMBL", "Lowest exact value."),
  pchembl_max: optional("DOUBLE", "Highest pChEMBL", "Highest exact value."),
  pchembl_upper_bound: optional(
    "DOUBLE",
    "pChEMBL below",
    "For compounds with only '>' values: pChEMBL of the largest concentration tried without effect."
  )
});
export type PotencyRow = Row<typeof potencies>;
