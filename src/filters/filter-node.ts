import type {Range} from "../kernels/column-bins.js";
import type {MetricName, SearchMode} from "../search/structure-query.js";
import type {ColumnSet} from "../tables/column-set.js";

/** A number in a closed range; null is open. The counts of broken limits of a rule set are such numbers. */
export interface RangeFilter extends Range {
  readonly kind: "range";
  readonly column: string;
}

/** How a text is compared; case does not count. `matches` takes a regular expression. */
export const TEXT_MODES = ["contains", "equals", "starts", "matches"] as const;
export type TextMode = (typeof TEXT_MODES)[number];

/** A text column that is, holds or begins with some text. A missing text passes only with `keepMissing`. */
export interface TextFilter {
  readonly kind: "text";
  readonly column: string;
  readonly how: TextMode;
  readonly text: string;
  readonly keepMissing: boolean;
}

/** A structure as a filter; it is judged by a search engine, not here. */
export interface SearchFilter {
  readonly kind: "search";
  readonly how: SearchMode;
  /** SMARTS, SMILES or molblock. */
  readonly query: string;
  /** Least similarity, 0-1; only of "similar". */
  readonly least: number;
  readonly metric: MetricName;
}

/** A condition in SQL on the columns of the set; it is judged by a database, not here. */
export interface SqlFilter {
  readonly kind: "sql";
  readonly where: string;
}

/** Rows picked on another page, as `formatPick` writes them; judged where the list is known. */
export interface PickedFilter {
  readonly kind: "picked";
  readonly rows: string;
}

/** All of some filters, any of them, or none of them. */
export interface GroupFilter {
  readonly kind: "all" | "any" | "none";
  readonly of: readonly FilterNode[];
}

/** A filter judged outside this folder. */
export type OutsideFilter = SearchFilter | SqlFilter | PickedFilter;

/** One filter: a condition, or a group of filters. */
export type FilterNode = RangeFilter | TextFilter | OutsideFilter | GroupFilter;

/** True for a group. */
export const isGroup = (node: FilterNode): node is GroupFilter => "of" in node;

/** The conditions of a filter, groups taken apart, in order. */
export function leavesOf(node: FilterNode): Exclude<FilterNode, GroupFilter>[] {
  return isGroup(node) ? node.of.flatMap(leavesOf) : [node];
}

/** Columns that a filter needs and the set does not have; it cannot be judged until they are there. */
export function missingColumns(node: FilterNode, set: ColumnSet): string[] {
  const numeric = new Set(set.numericNames);
  const names = leavesOf(node).flatMap((leaf) =>
    leaf.kind === "range"
      ? numeric.has(leaf.column)
        ? []
        : [leaf.column]
      : leaf.kind === "text" && (numeric.has(leaf.column) || !(leaf.column in set.table.columns))
        ? [leaf.column]
        : []
  );
  return [...new Set(names)];
}
