import type {ColumnSet} from "../tables/column-set.js";
import type {Cell} from "../tables/text-column.js";
import type {FilterNode} from "./filter-node.js";
import {failures, type FailureGround} from "./failures.js";

/** A step of the funnel, and how approved drugs fare under it. */
export interface LedgerStep {
  readonly words: string;
  readonly node: FilterNode;
  /** Share of the approved drugs that fail it too, 0-1; null where it cannot be asked of them. */
  readonly approvedFailing: number | null;
  /** Approved drugs judged. */
  readonly nApproved: number;
}

/** Atoms of a structural alert in a compound, by the alert's id: see `atomWords`; null where they are not known. */
export type AlertAtoms = (alert: string) => string | null;

/** Atoms by their places in the SMILES, counted from 1; one occurrence after the other: "3 4 5; 9 10 11". */
export const atomWords = (occurrences: readonly (readonly number[])[]): string =>
  occurrences.map((atoms) => atoms.map((atom) => String(atom + 1)).join(" ")).join("; ");

/** The alerts by id that a row's reasons name, each once. */
export const alertsNamed = (row: number, steps: readonly LedgerStep[], ground: FailureGround): string[] => [
  ...new Set(steps.flatMap(({node}) => failures(node, row, ground).flatMap(({alert}) => alert ?? [])))
];

/** Columns of the ledger, in order. */
export const LEDGER_COLUMNS = [
  ...["compound_id", "name", "smiles", "inchikey", "step", "fell_here", "filter"],
  ...[
    "rule",
    "property",
    "value",
    "limit",
    "pattern",
    "atoms",
    "approved_drugs_failing_percent",
    "approved_drugs_judged"
  ]
] as const;

/**
 * Every reason why a row was dropped, one line each, step by step; empty for a row that passes all. The step that it fell
 * at first is marked; the later ones say what else would have dropped it. A structural alert has its pattern, and the
 * share of approved drugs that carry it in place of the share that fail the step.
 *
 * @param atomsOf atoms of the structural alerts of this row
 */
export function ledgerRows(
  row: number,
  steps: readonly LedgerStep[],
  ground: FailureGround,
  atomsOf: AlertAtoms = () => null
): Cell[][] {
  const {set} = ground;
  let hasFallen = false;
  return steps.flatMap(({node, words, approvedFailing, nApproved}, at) => {
    const reasons = failures(node, row, ground);
    const fellHere = reasons.length > 0 && !hasFallen;
    hasFallen ||= fellHere;
    return reasons.map(({rule, property, value, limit, pattern = null, alert, drugShare}) => {
      const share = drugShare ?? approvedFailing;
      return [
        ...["compound_id", "name", "smiles", "inchikey"].map((name) => cellOf(set, name, row)),
        ...[at + 1, fellHere, words, rule, property, value, limit, pattern],
        alert === undefined ? null : atomsOf(alert),
        ...(share === null ? [null, null] : [Math.round(1000 * share) / 10, nApproved])
      ];
    });
  });
}

const cellOf = (set: ColumnSet, name: string, row: number): Cell =>
  name in set.table.columns ? set.cell(name, row) : null;
