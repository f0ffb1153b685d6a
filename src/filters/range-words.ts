import {formatLimit} from "./format-limit.js";
import type {Range} from "../kernels/column-bins.js";
import type {Column} from "../tables/table.js";

/** A range in words, e.g. "MW 200 to 500 Da", "QED at least 0.5", "cLogP at most 3 or missing". */
export function rangeWords({label, unit}: Pick<Column, "label" | "unit">, {min, max, keepMissing}: Range): string {
  const suffix = `${unit === "" ? "" : ` ${unit}`}${keepMissing ? " or missing" : ""}`;
  if (min !== null && max !== null)
    return min === max
      ? `${label} ${formatLimit(min)}${suffix}`
      : `${label} ${formatLimit(min)} to ${formatLimit(max)}${suffix}`;
  if (min !== null) return `${label} at least ${formatLimit(min)}${suffix}`;
  if (max !== null) return `${label} at most ${formatLimit(max)}${suffix}`;
  return `${label} known`;
}
