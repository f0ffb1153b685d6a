import {defineTable, optional, required, type Row} from "./table.js";

/** Molecules to screen, as sources give them: the input of the screening pipeline, one row per molecule and set. */
export const molecules = defineTable("molecules", "One row per molecule and compound set, before screening.", {
  compound_id: required("VARCHAR", "Compound", "ChEMBL id."),
  set_id: required("VARCHAR", "Set", "Compound set, as named in the project file."),
  smiles: optional("VARCHAR", "SMILES", "Structure as the source gives it; missing when it gives none."),
  name: optional("VARCHAR", "Name", "Preferred name; missing when the source gives none."),
  molecule_type: optional("VARCHAR", "Type", "ChEMBL molecule type, e.g. 'Small molecule'."),
  max_phase: optional(
    "DOUBLE",
    "Max phase",
    "Highest clinical phase, 4 is approved; missing when the source is silent."
  ),
  first_approval: optional("INTEGER", "First approval", "Year of first approval."),
  source_id: required("VARCHAR", "Source", "Key into sources."),
  source_row: required("INTEGER", "Source row", "1-based data row in the source file where it first appears.")
});
export type MoleculeRow = Row<typeof molecules>;
