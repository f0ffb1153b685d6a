import {median} from "d3";
import type {ActivityRow, PotencyRow} from "../../src/tables/activities.js";

const MOLAR_PER_NANOMOLAR = 1e-9;

/** Potencies of compounds on targets, from all their records; sorted by compound and target as they come. */
export function makePotencies(activities: readonly ActivityRow[]): PotencyRow[] {
  const groups = new Map<string, ActivityRow[]>();
  for (const row of activities) {
    if (row.standard_value_nm === null) continue;
    const key = [row.compound_id, row.target_id, row.standard_type].join("|");
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()].flatMap((rows) => summarise(rows) ?? []);
}

function summarise(rows: readonly ActivityRow[]): PotencyRow | null {
  const [first] = rows;
  if (!first) return null;
  const exact = rows.filter(isExact).map((row) => row.pchembl_value ?? NaN);
  const censored = rows.filter((row) => row.standard_relation !== "=");
  return {
    compound_id: first.compound_id,
    target_id: first.target_id,
    standard_type: first.standard_type,
    n: rows.length,
    n_exact: exact.length,
    n_censored: censored.length,
    n_assays: new Set(rows.map((row) => row.assay_id)).size,
    pchembl_median: median(exact) ?? null,
    pchembl_min: exact.length > 0 ? Math.min(...exact) : null,
    pchembl_max: exact.length > 0 ? Math.max(...exact) : null,
    pchembl_upper_bound: upperBound(rows)
  };
}

function isExact(row: ActivityRow): boolean {
  return row.standard_relation === "=" && row.pchembl_value !== null && row.data_validity_comment === null;
}

/** pChEMBL of the largest concentration tried, when all records say that the potency is below it. */
function upperBound(rows: readonly ActivityRow[]): number | null {
  if (!rows.every((row) => row.standard_relation === ">" || row.standard_relation === ">=")) return null;
  const largest = Math.max(...rows.map((row) => row.standard_value_nm ?? 0));
  return largest > 0 ? -Math.log10(largest * MOLAR_PER_NANOMOLAR) : null;
}
