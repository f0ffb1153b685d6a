import type {IssueRow} from "../../tables/issues.js";
import type {Query} from "../store.js";

/** What the loaders refused or read in another way than it is written, by table and place. */
export function allIssues(): Query<IssueRow> {
  return {sql: "FROM issues ORDER BY table_name, source, line NULLS FIRST, input", parameters: []};
}
