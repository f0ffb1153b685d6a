import {defineTable, optional, required, type Row} from "./table.js";

/** Drugs and clinical candidates known by name. */
export const drugs = defineTable("drugs", "One row per drug or clinical candidate.", {
  compound_id: required("VARCHAR", "Compound", "ChEMBL id; unique."),
  name: required("VARCHAR", "Name", "Preferred name."),
  molecule_type: optional("VARCHAR", "Type", "ChEMBL molecule type, e.g. 'Small molecule'."),
  max_phase: optional(
    "DOUBLE",
    "Max phase",
    "Highest clinical phase, 4 is approved; missing when the source is silent."
  ),
  first_approval: optional("INTEGER", "First approval", "Year of first approval; missing when the source gives none."),
  is_project_drug: required("BOOLEAN", "Of the project", "True for a drug or candidate on the project's targets."),
  source_id: required("VARCHAR", "Source", "Key into sources."),
  source_row: required("INTEGER", "Source row", "1-based data row in the source file.")
});
export type DrugRow = Row<typeof drugs>;
