import type {PdbEntryRow} from "../../tables/proteins.js";
import type {Query} from "../store.js";

/** Experimental structures known of a target, the best resolved first. */
export function pdbEntriesOfTarget(targetId: string): Query<PdbEntryRow> {
  return {sql: "FROM pdb_entries WHERE target_id = ? ORDER BY resolution_a NULLS LAST, pdb_id", parameters: [targetId]};
}
