import type {SourceRow} from "../../tables/sources.js";
import type {Query} from "../store.js";

/** The sources that the published compounds and what is measured on them come from, by name: for what is saved. */
export function sourcesOfCompounds(): Query<Pick<SourceRow, "name" | "release" | "licence" | "doi">> {
  const sql = `
    SELECT name, release, licence, doi FROM sources
    WHERE source_id IN (SELECT source_id FROM compounds UNION SELECT source_id FROM activities)
    ORDER BY name`;
  return {sql, parameters: []};
}
