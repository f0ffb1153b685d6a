import {defineTable, optional, required, type Row} from "./table.js";

/** Proteins of the project's targets. */
export const proteins = defineTable("proteins", "One row per protein of a target of the project.", {
  uniprot_accession: required("VARCHAR", "UniProt", "Primary accession; unique."),
  target_id: required("VARCHAR", "Target", "Key into targets."),
  entry_name: required("VARCHAR", "Entry", "UniProt entry name, e.g. JAK1_HUMAN."),
  protein_name: optional("VARCHAR", "Name", "Recommended or submitted name."),
  gene_symbol: optional("VARCHAR", "Gene", "Gene symbol."),
  organism: optional("VARCHAR", "Organism", "Scientific name."),
  n_residues: optional("INTEGER", "Length", "Length of the canonical sequence."),
  function_text: optional("VARCHAR", "Function", "What the protein does, in the source's words."),
  ensembl_gene_id: optional("VARCHAR", "Ensembl", "Ensembl gene id."),
  chembl_target_id: optional("VARCHAR", "ChEMBL target", "ChEMBL target id."),
  source_id: required("VARCHAR", "Source", "Key into sources.")
});
export type ProteinRow = Row<typeof proteins>;

/** Domains and sites along a protein. */
export const proteinFeatures = defineTable("protein_features", "One row per domain or site of a protein.", {
  uniprot_accession: required("VARCHAR", "UniProt", "Key into proteins."),
  feature_type: required("VARCHAR", "Type", "E.g. 'Domain', 'Binding site', 'Active site'."),
  description: optional("VARCHAR", "Description", "In the source's words."),
  first_residue: required("INTEGER", "From", "First residue, counted from 1."),
  last_residue: required("INTEGER", "To", "Last residue."),
  source_id: required("VARCHAR", "Source", "Key into sources.")
});
export type ProteinFeatureRow = Row<typeof proteinFeatures>;

/** Every experimental structure known of the targets; only those named in the project have coordinates here. */
export const pdbEntries = defineTable("pdb_entries", "One row per target and PDB entry that contains it.", {
  pdb_id: required("VARCHAR", "PDB", "Entry id, upper case."),
  target_id: required("VARCHAR", "Target", "Key into targets."),
  title: optional("VARCHAR", "Title", "Title of the entry."),
  method: optional("VARCHAR", "Method", "Experimental method."),
  resolution_a: optional("DOUBLE", "Resolution", "Best resolution; missing for NMR.", {unit: "Å"}),
  released_on: optional("VARCHAR", "Released", "ISO date of release."),
  ligand_ids: optional("VARCHAR", "Ligands", "Component ids, comma-separated; ions and buffers left out."),
  doi: optional("VARCHAR", "DOI", "DOI of the primary citation."),
  pmid: optional("VARCHAR", "PubMed", "PubMed id of the primary citation."),
  source_id: required("VARCHAR", "Source", "Key into sources.")
});
export type PdbEntryRow = Row<typeof pdbEntries>;

/** Predicted structures of the targets. */
export const predictedStructures = defineTable("predicted_structures", "One row per protein with a predicted model.", {
  model_id: required("VARCHAR", "Model", "AlphaFold DB id."),
  uniprot_accession: required("VARCHAR", "UniProt", "Key into proteins."),
  target_id: required("VARCHAR", "Target", "Key into targets."),
  version: required("INTEGER", "Version", "Version of the model."),
  first_residue: required("INTEGER", "From", "First residue of the protein covered."),
  last_residue: required("INTEGER", "To", "Last residue covered."),
  plddt_mean: optional("DOUBLE", "Mean pLDDT", "Mean confidence, 0-100; above 70 is usually called confident."),
  share_very_low: optional("DOUBLE", "Very low", "Share of residues with pLDDT under 50, 0-1."),
  share_very_high: optional("DOUBLE", "Very high", "Share of residues with pLDDT over 90, 0-1."),
  url: required("VARCHAR", "Address", "Address of the coordinates."),
  source_id: required("VARCHAR", "Source", "Key into sources.")
});
export type PredictedStructureRow = Row<typeof predictedStructures>;
