import type {CompoundScaffoldRow, ScaffoldRow} from "../../tables/scaffolds.js";
import type {Query} from "../store.js";

/** The scaffold of every compound that has one. */
export function projectScaffolds(): Query<CompoundScaffoldRow> {
  return {sql: "SELECT compound_id, set_id, scaffold FROM compound_scaffolds", parameters: []};
}

/** Parent and framework of every scaffold of the project's compounds, and of those above them. */
export function projectScaffoldTree(): Query<Pick<ScaffoldRow, "scaffold" | "parent" | "framework">> {
  return {sql: "SELECT scaffold, parent, framework FROM scaffolds", parameters: []};
}
