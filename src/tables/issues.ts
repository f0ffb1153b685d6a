import {defineTable, optional, required, type Row} from "./table.js";

/** What the loaders could not take: shown on the Data page, never dropped in silence. */
export const issues = defineTable("issues", "One row per input item that a loader refused or changed.", {
  table_name: required("VARCHAR", "Table", "Table the item was meant for."),
  source: required("VARCHAR", "Source", "Source id or file."),
  line: optional("INTEGER", "Line", "1-based line or record; missing when it concerns the whole source."),
  input: required("VARCHAR", "Input", "The offending value, shortened."),
  reason: required("VARCHAR", "Reason", "What is wrong.")
});
export type IssueRow = Row<typeof issues>;
