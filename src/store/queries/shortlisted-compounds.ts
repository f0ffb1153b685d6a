import type {CompoundRow} from "../../tables/compounds.js";
import type {Query} from "../store.js";

const list = (values: readonly string[]): string => `(${["NULL", ...values.map(() => "?")].join(", ")})`;

/** Published compounds with one of the ids or InChIKeys; each once, though several sets hold it. */
export function shortlistedCompounds(ids: readonly string[], inchikeys: readonly string[]): Query<CompoundRow> {
  const sql = `
    FROM compounds WHERE compound_id IN ${list(ids)} OR inchikey IN ${list(inchikeys)}
    QUALIFY row_number() OVER (PARTITION BY compound_id ORDER BY set_id, line) = 1
    ORDER BY compound_id`;
  return {sql, parameters: [...ids, ...inchikeys]};
}
