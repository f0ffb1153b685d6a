import {countMask, filterMask} from "../filters/filter-mask.js";
import {type FilterNode, leavesOf, missingColumns} from "../filters/filter-node.js";
import type {AddedColumn, ColumnSet} from "../tables/column-set.js";

/** How approved drugs fare under a filter. */
export interface ApprovedShare {
  /** Share that fails, 0-1. */
  readonly failing: number;
  readonly judged: number;
}

/** The project's approved drugs, to hold filters against: a filter that most drugs fail says little. */
export class ApprovedDrugs {
  readonly #drugs: ColumnSet;
  #derived: ColumnSet;
  readonly #shares = new Map<string, ApprovedShare | null>();

  constructor(drugs: ColumnSet) {
    this.#drugs = drugs;
    this.#derived = drugs;
  }

  /** The drugs among the compounds of a project; null when it publishes none. */
  static async of(project: ColumnSet, setIds: readonly string[]): Promise<ApprovedDrugs | null> {
    const sets = project.texts("set_id");
    const rows = Uint32Array.from(sets.keys()).filter((row) => setIds.includes(String(sets[row])));
    return rows.length === 0 ? null : new ApprovedDrugs(await project.inOrder(rows));
  }

  /** Works out columns for the drugs that the set shown has got, e.g. a score. */
  derive(columns: (set: ColumnSet) => readonly AddedColumn[]): void {
    this.#derived = this.#drugs.withColumns(columns(this.#drugs));
    this.#shares.clear();
  }

  /** Null where the filter asks for what is not known of the drugs: a column of a reader's file, a structure. */
  share(node: FilterNode): ApprovedShare | null {
    const key = JSON.stringify(node);
    const known = this.#shares.get(key);
    if (known !== undefined) return known;
    const share = this.#judge(node);
    this.#shares.set(key, share);
    return share;
  }

  #judge(node: FilterNode): ApprovedShare | null {
    const isOutside = leavesOf(node).some(({kind}) => kind === "search" || kind === "sql");
    if (isOutside || missingColumns(node, this.#derived).length > 0) return null;
    const {rowCount} = this.#derived;
    const passing = countMask(
      filterMask(node, this.#derived, () => new Uint8Array()),
      rowCount
    );
    return {failing: 1 - passing / rowCount, judged: rowCount};
  }
}
