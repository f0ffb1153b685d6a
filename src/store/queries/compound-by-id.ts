import type {CompoundRow} from "../../tables/compounds.js";
import type {Query} from "../store.js";

/** Every row of one compound: one per set that holds it; none when no set does. */
export function compoundById(compoundId: string): Query<CompoundRow> {
  return {sql: "FROM compounds WHERE compound_id = ? ORDER BY set_id, line", parameters: [compoundId]};
}
