import {defineTable, optional, required, type Row} from "./table.js";

/** Three-dimensional structures of the project's targets. */
export const structures = defineTable("structures", "One row per structure of a target of the project.", {
  structure_id: required("VARCHAR", "Structure", "PDB id, upper case, or AlphaFold DB id."),
  target_id: required("VARCHAR", "Target", "Key into targets."),
  title: optional("VARCHAR", "Title", "Title of the entry."),
  method: optional("VARCHAR", "Method", "Experimental method, or 'prediction'."),
  resolution_a: optional("DOUBLE", "Resolution", "Resolution; missing for NMR and predictions.", {unit: "Å"}),
  deposited_on: optional("VARCHAR", "Deposited", "ISO date of deposition."),
  ligand_ids: optional(
    "VARCHAR",
    "Ligands",
    "Chemical component ids of bound ligands, comma-separated; buffers left out."
  ),
  chains: required("VARCHAR", "Chains", "Chain ids, comma-separated."),
  n_atoms: required("INTEGER", "Atoms", "Number of atoms in the published coordinates."),
  file: required("VARCHAR", "File", "Name of the coordinate file in the published site, under data/structures/."),
  doi: optional("VARCHAR", "DOI", "DOI of the primary citation."),
  source_id: required("VARCHAR", "Source", "Key into sources.")
});
export type StructureRow = Row<typeof structures>;
