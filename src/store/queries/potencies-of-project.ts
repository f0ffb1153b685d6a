import type {Query} from "../store.js";

/** The median potency of a compound on a target. */
export interface MedianPotency {
  readonly compound_id: string;
  readonly symbol: string;
  readonly standard_type: string;
  /** Missing when there is no exact value. */
  readonly pchembl_median: number | null;
  /** pChEMBL below which the potency lies; missing unless all values are censored from above. */
  readonly pchembl_upper_bound: number | null;
  readonly n: number;
}

/** Median potencies of all compounds on the project's targets, by compound and symbol: for selectivity. */
export function potenciesOfProject(): Query<MedianPotency> {
  const sql = `
    SELECT compound_id, t.symbol, standard_type, pchembl_median, pchembl_upper_bound, n
    FROM potencies AS p JOIN targets AS t ON t.target_id = p.target_id
    WHERE t.in_project
    ORDER BY compound_id, t.symbol, standard_type`;
  return {sql, parameters: []};
}
