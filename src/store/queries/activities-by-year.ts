import type {Query} from "../store.js";

/** How much was measured on a target in a year. */
export interface ActivityYear {
  readonly document_year: number;
  readonly n_activities: number;
  readonly n_compounds: number;
}

/** Measured values and compounds per year of publication; records without a year are left out. */
export function activitiesByYear(targetId: string): Query<ActivityYear> {
  const sql = `
    SELECT document_year, count(*) AS n_activities, count(DISTINCT compound_id) AS n_compounds
    FROM activities
    WHERE target_id = ? AND document_year IS NOT NULL
    GROUP BY document_year
    ORDER BY document_year`;
  return {sql, parameters: [targetId]};
}
