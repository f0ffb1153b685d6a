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

/** Columns of the ledger, in order. */
export const LEDGER_COLUMNS = [
  ...["compound_id", "name", "smiles", "inchikey", "step", "fell_here", "filter"],
  ...["rule", "property", "value", "limit", "pattern", "approved_drugs_failing_percent", "approved_drugs_judged"]
] as const;

/**
 * Every reason why a row was dropped, one line each, step by step; empty for a row that passes all. The step that it fell
 * at first is marked; the later ones say what else would have dropped it. A structural alert has its pattern, and the
 * share of approved drugs that carry it in place of the share that fail the step.
 */
export function ledgerRows(row: number, steps: readonly LedgerStep[], ground: FailureGround): Cell[][] {
  const {set} = ground;
  let hasFallen = false;
  return steps.flatMap(({node, words, approvedFailing, nApproved}, at) => {
    const reasons = failures(node, row, ground);
    const fellHere = reasons.length > 0 && !hasFallen;
    hasFallen ||= fellHere;
    return reasons.map(({rule, property, value, limit, pattern = null, drugShare}) => {
      const share = drugShare ?? approvedFailing;
      return [
        ...["compound_id", "name", "smiles", "inchikey"].map((name) => cellOf(set, name, row)),
        ...[at + 1, fellHere, words, rule, property, value, limit, pattern],
        ...(share === null ? [null, null] : [Math.round(1000 * share) / 10, nApproved])
      ];
    });
  });
}

const cellOf = (set: ColumnSet, name: string, row: number): Cell =>
  name in set.table.columns ? set.cell(name, row) : null;
