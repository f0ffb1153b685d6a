import type {SourceRow} from "../../tables/sources.js";
import type {Query} from "../store.js";

/** Every source, by name. */
export function allSources(): Query<SourceRow> {
  return {sql: "FROM sources ORDER BY name, source_id", parameters: []};
}
