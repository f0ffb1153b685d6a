import type {StructureRow} from "../../tables/structures.js";
import type {Query} from "../store.js";

/** Structures of a target with coordinates on this site, the best resolved first. */
export function structuresOfTarget(targetId: string): Query<StructureRow> {
  const sql = "FROM structures WHERE target_id = ? ORDER BY resolution_a NULLS LAST, structure_id";
  return {sql, parameters: [targetId]};
}
