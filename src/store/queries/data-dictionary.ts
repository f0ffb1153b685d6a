import type {ColumnRow} from "../../tables/columns.js";
import type {Query} from "../store.js";

/** Every column of every published table, in reading order. */
export function dataDictionary(): Query<ColumnRow> {
  return {sql: "FROM columns", parameters: []};
}
