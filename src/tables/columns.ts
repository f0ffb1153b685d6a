import {defineTable, required, type Row} from "./table.js";

/** The data dictionary: every column of every published table, from the contracts in code. */
export const columns = defineTable("columns", "One row per column of a published table.", {
  table_name: required("VARCHAR", "Table", "Name of the table."),
  table_about: required("VARCHAR", "One row is", "What one row of the table is."),
  column_name: required("VARCHAR", "Column", "Name of the column; ends in its unit."),
  position: required("INTEGER", "Position", "Place in the table, from 1."),
  label: required("VARCHAR", "Label", "Short name for a header."),
  type: required("VARCHAR", "Type", "DuckDB type."),
  unit: required("VARCHAR", "Unit", "Unit as printed; empty for counts, ratios and names."),
  is_nullable: required("BOOLEAN", "May be missing", "True when a value may be missing."),
  about: required("VARCHAR", "About", "What it is, its range, what missing means.")
});
export type ColumnRow = Row<typeof columns>;
