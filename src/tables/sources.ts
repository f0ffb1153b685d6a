import {defineTable, optional, required, type Row} from "./table.js";

/** Every source a published row can come from; pages print it, rows point to it by `source_id`. */
export const sources = defineTable(
  "sources",
  "One row per source of data: what was asked, when, under which licence.",
  {
    source_id: required("VARCHAR", "Source", "Key used by other tables, e.g. 'opentargets_associations'."),
    name: required("VARCHAR", "Name", "Name of the database or project."),
    release: optional("VARCHAR", "Release", "Release as the source names it; missing when the source states none."),
    retrieved_on: optional(
      "VARCHAR",
      "Retrieved",
      "ISO date on which the data were taken from the source; missing when a copy was read that does not say."
    ),
    url: required("VARCHAR", "Address", "Where a reader finds the source."),
    query: required("VARCHAR", "Query", "What was asked of it, or which export was read."),
    licence: required("VARCHAR", "Licence", "Licence of the data, as an SPDX name where one exists."),
    citation: required("VARCHAR", "Citation", "How the source asks to be cited."),
    doi: optional("VARCHAR", "DOI", "DOI of the citation."),
    sha256: required("VARCHAR", "SHA-256", "Hash of the rows as read, so that a change is seen."),
    row_count: required("INTEGER", "Rows", "Number of rows read from it."),
    note: optional("VARCHAR", "Note", "Limits a reader must know.")
  }
);
export type SourceRow = Row<typeof sources>;
