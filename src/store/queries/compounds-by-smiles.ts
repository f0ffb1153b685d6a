import type {CompoundRow} from "../../tables/compounds.js";
import type {Query} from "../store.js";

/** Published compounds with a canonical SMILES, as the screening writes it; one row per set that holds it. */
export function compoundsBySmiles(smiles: string): Query<CompoundRow> {
  return {sql: "FROM compounds WHERE smiles = ? ORDER BY set_id, line", parameters: [smiles]};
}
