import {formatLimit} from "./format-limit.js";
import {type PropertyRule, type RuleProperty} from "../alerts/property-rules.js";
import {ALERT_COLUMN_OF_SET} from "../tables/alert-columns.js";
import type {AlertRateRow} from "../tables/alert-rates.js";
import type {ColumnSet} from "../tables/column-set.js";
import type {Cell} from "../tables/text-column.js";
import {type OutsideMasks, isInMask, textTest} from "./filter-mask.js";
import {type FilterNode, isGroup, type RangeFilter} from "./filter-node.js";
import {filterWords} from "./filter-words.js";

/** One reason why a compound does not pass a filter. */
export interface Failure {
  /** The condition, in words. */
  readonly rule: string;
  /** What was looked at: a column, or "structure". */
  readonly property: string;
  /** The compound's value; null where it is missing. */
  readonly value: Cell;
  /** What is asked for, in words: "at most 500". */
  readonly limit: string;
  /** Of a structural alert its SMARTS, and the share of approved drugs that carry it, 0-1 (null when not known). */
  readonly pattern?: string;
  /** Of a structural alert its id: "set:place". */
  readonly alert?: string;
  readonly drugShare?: number | null;
}

/** What is told of a structural alert. */
export type ToldAlert = Pick<AlertRateRow, "set_name" | "name" | "smarts" | "drug_share">;

/** What reasons are found by: the set, its answers from elsewhere, the limits of the rule sets. */
export interface FailureGround {
  readonly set: ColumnSet;
  readonly outside: OutsideMasks;
  readonly rules: readonly PropertyRule[];
  /** Structural alerts by their id, as the column `alerts` has it. */
  readonly alerts: ReadonlyMap<string, ToldAlert>;
}

/**
 * Why a row does not pass a filter; empty when it does. Of a group "all" the reasons of what fails, of "any" those of
 * every part, of "none" the parts that hold and should not. A rule set is taken apart into the limits that are broken.
 */
export function failures(node: FilterNode, row: number, ground: FailureGround): Failure[] {
  if (isGroup(node)) {
    const parts = node.of.map((part) => ({part, reasons: failures(part, row, ground)}));
    if (node.kind === "none")
      return parts.filter(({reasons}) => reasons.length === 0).map(({part}) => unwanted(part, row, ground));
    if (node.kind === "any" && parts.some(({reasons}) => reasons.length === 0)) return [];
    return parts.flatMap(({reasons}) => reasons);
  }
  const {set, outside} = ground;
  const rule = filterWords(node, set.table.columns);
  if (node.kind === "range") return rangeFailures(node, rule, row, ground);
  if (node.kind === "text") {
    const value = set.cell(node.column, row);
    return textTest(node)(value) ? [] : [{rule, property: node.column, value, limit: `${node.how} ${node.text}`}];
  }
  if (isInMask(outside(node), row)) return [];
  return [{rule, property: OUTSIDE_WORDS[node.kind], value: null, limit: rule}];
}

const OUTSIDE_WORDS = {search: "structure", sql: "SQL", picked: "pick"} as const;

/** A condition that holds where it should not. */
function unwanted(node: FilterNode, row: number, {set}: FailureGround): Failure {
  const rule = `not ${filterWords(node, set.table.columns)}`;
  const column = "column" in node ? node.column : null;
  const value = column === null ? null : set.cell(column, row);
  return {rule, property: column ?? "structure", value, limit: rule};
}

function rangeFailures(node: RangeFilter, rule: string, row: number, ground: FailureGround): Failure[] {
  const {set, rules, alerts} = ground;
  const value = set.cell(node.column, row);
  const isKept = typeof value === "number" ? isWithin(node, value) : node.keepMissing;
  if (isKept) return [];
  const limits = rules.find(({column}) => column === node.column);
  const broken = limits ? brokenLimits(limits, set, row) : [];
  if (broken.length > 0) return broken.map((each) => ({rule, ...each}));
  const carried = carriedAlerts(node.column, set, row, alerts);
  if (carried.length > 0) return carried.map((each) => ({rule, limit: limitWords(node), ...each}));
  return [{rule, property: node.column, value, limit: limitWords(node)}];
}

/** The alerts that a count of alerts counts; none for any other column. */
function carriedAlerts(
  column: string,
  set: ColumnSet,
  row: number,
  alerts: FailureGround["alerts"]
): Omit<Failure, "rule" | "limit">[] {
  const counted = (id: string): boolean =>
    column === "n_alerts" || ALERT_COLUMN_OF_SET[id.split(":")[0] ?? ""] === column;
  const text = "alerts" in set.table.columns ? set.cell("alerts", row) : null;
  return String(text ?? "")
    .split(",")
    .filter((id) => id !== "" && counted(id))
    .map((id) => {
      const alert = alerts.get(id);
      if (!alert) return {property: "alert", value: id, alert: id};
      const {set_name, name, smarts, drug_share} = alert;
      return {property: `${set_name} alert`, value: name, pattern: smarts, alert: id, drugShare: drug_share};
    });
}

interface Limits {
  readonly min: number | null;
  readonly max: number | null;
}

const isWithin = ({min, max}: Limits, value: number): boolean =>
  value >= (min ?? -Infinity) && value <= (max ?? Infinity);

function limitWords({min, max}: Limits): string {
  if (min !== null && max !== null) return `${formatLimit(min)} to ${formatLimit(max)}`;
  if (min !== null) return `at least ${formatLimit(min)}`;
  return max === null ? "known" : `at most ${formatLimit(max)}`;
}

/** The limits of a rule set that a row breaks; none when the set lacks the properties. */
function brokenLimits({limits}: PropertyRule, set: ColumnSet, row: number): Omit<Failure, "rule">[] {
  return limits.flatMap((limit) => {
    const value = propertyOf(limit.property, set, row);
    if (value === null || isWithin(limit, value)) return [];
    return [{property: limit.property, value, limit: limitWords(limit)}];
  });
}

function propertyOf(property: RuleProperty, set: ColumnSet, row: number): number | null {
  const number = (name: string): number | null => {
    const value = name in set.table.columns ? set.cell(name, row) : null;
    return typeof value === "number" ? value : null;
  };
  if (property !== "n_carbons") return number(property);
  const [heavy, hetero] = [number("n_heavy_atoms"), number("n_heteroatoms")];
  return heavy === null || hetero === null ? null : Math.max(0, heavy - hetero);
}
