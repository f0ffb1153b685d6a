import type {Query} from "../store.js";

/** How much was measured on a target of the project in a year. */
export interface MeasuredYear {
  readonly symbol: string;
  readonly year: number;
  /** Compounds whose measurement was published that year. */
  readonly n_compounds: number;
}

/** Compounds measured on the project's targets per year of publication; records without a year are left out. */
export function measuredByYear(): Query<MeasuredYear> {
  const sql = `
    SELECT symbol, document_year AS year, count(DISTINCT compound_id)::INTEGER AS n_compounds
    FROM activities JOIN targets USING (target_id)
    WHERE in_project AND document_year IS NOT NULL
    GROUP BY symbol, document_year
    ORDER BY symbol, document_year`;
  return {sql, parameters: []};
}
