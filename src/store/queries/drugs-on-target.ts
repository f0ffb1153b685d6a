import type {DrugRow} from "../../tables/drugs.js";
import type {Query} from "../store.js";

/** A drug or candidate of the project with its potency on a target. */
export interface DrugOnTarget extends DrugRow {
  readonly standard_type: string;
  readonly n: number;
  readonly pchembl_median: number | null;
  readonly pchembl_min: number | null;
  readonly pchembl_max: number | null;
}

/** Drugs known by name that were measured on a target, the furthest in the clinic and most potent first. */
export function drugsOnTarget(targetId: string): Query<DrugOnTarget> {
  const sql = `
    SELECT d.*, p.standard_type, p.n, p.pchembl_median, p.pchembl_min, p.pchembl_max
    FROM drugs AS d JOIN potencies AS p ON p.compound_id = d.compound_id
    WHERE p.target_id = ?
    ORDER BY d.max_phase DESC NULLS LAST, p.pchembl_median DESC NULLS LAST, d.compound_id`;
  return {sql, parameters: [targetId]};
}
