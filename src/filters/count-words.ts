import type {Range} from "../kernels/column-bins.js";
import {alertColumns} from "../tables/alert-columns.js";
import {ruleColumns} from "../tables/compounds.js";

/** What is counted by columns of broken limits and of alerts: one, and several. */
const nounOf = (column: string): readonly [one: string, several: string] | null => {
  if (column in ruleColumns) return ["limit broken", "limits broken"];
  if (column === "n_alerts") return ["structural alert", "structural alerts"];
  return column in alertColumns && column !== "alerts" ? ["alert", "alerts"] : null;
};

/**
 * The most that a rule set or a set of alerts may count, as one says it: "Lipinski: at most 1 limit broken", "PAINS: no
 * alert". Null for other columns and other ranges.
 */
export function countWords(column: string, label: string, {min, max, keepMissing}: Range): string | null {
  const noun = nounOf(column);
  if (noun === null || min !== null || max === null || keepMissing || !Number.isInteger(max)) return null;
  const [one, several] = noun;
  const count = max === 0 ? `no ${one}` : `at most ${String(max)} ${max === 1 ? one : several}`;
  return column === "n_alerts" ? count : `${label}: ${count}`;
}
