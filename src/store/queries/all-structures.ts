import type {StructureRow} from "../../tables/structures.js";
import type {Query} from "../store.js";

/** A structure of the project with the symbol of its target. */
export interface ProjectStructureRow extends StructureRow {
  readonly symbol: string;
}

/** Structures with coordinates on this site, by target, the best resolved first. */
export function allStructures(): Query<ProjectStructureRow> {
  const sql = `
    SELECT s.*, coalesce(t.symbol, s.target_id) AS symbol
    FROM structures AS s LEFT JOIN targets AS t USING (target_id)
    ORDER BY symbol, s.resolution_a NULLS LAST, s.structure_id`;
  return {sql, parameters: []};
}
