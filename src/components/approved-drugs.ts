import {countMask, filterMask} from "../filters/filter-mask.js";
import {type FilterNode, leavesOf, missingColumns} from "../filters/filter-node.js";
import {StructureJudge} from "./structure-judge.js";
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
  /** Answers of searches by structure; null while one is looked up or could not be. */
  readonly #answers = new Map<string, Uint8Array | null>();
  readonly #judge = new StructureJudge({
    onProgress: () => undefined,
    onPartial: () => undefined,
    onScores: () => undefined
  });
  #onAnswer: () => void = () => undefined;

  constructor(drugs: ColumnSet) {
    this.#drugs = drugs;
    this.#derived = drugs;
  }

  /** Says who is told when a search over the drugs has been answered. */
  onAnswer(listener: () => void): void {
    this.#onAnswer = listener;
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

  /** Null where the filter asks for what is not known of the drugs, as a column of a reader's file; or not known yet. */
  share(node: FilterNode): ApprovedShare | null {
    const key = JSON.stringify(node);
    const known = this.#shares.get(key);
    if (known !== undefined) return known;
    if (!this.#isAnswered(node)) return null;
    const share = this.#count(node);
    this.#shares.set(key, share);
    return share;
  }

  /** True when all searches of a filter are answered; asks those that are not. */
  #isAnswered(node: FilterNode): boolean {
    const searches = leavesOf(node).filter((leaf) => leaf.kind === "search");
    for (const search of searches) {
      const key = JSON.stringify(search);
      if (this.#answers.has(key)) continue;
      this.#answers.set(key, null);
      this.#judge.judge(search, this.#drugs).then(
        (mask) => {
          this.#answers.set(key, mask);
          this.#onAnswer();
        },
        () => undefined
      );
    }
    return searches.every((search) => this.#answers.get(JSON.stringify(search)));
  }

  #count(node: FilterNode): ApprovedShare | null {
    const isOfRows = leavesOf(node).some(({kind}) => kind === "sql" || kind === "picked");
    if (isOfRows || missingColumns(node, this.#derived).length > 0) return null;
    const {rowCount} = this.#derived;
    const mask = filterMask(
      node,
      this.#derived,
      (search) => this.#answers.get(JSON.stringify(search)) ?? new Uint8Array()
    );
    return {failing: 1 - countMask(mask, rowCount) / rowCount, judged: rowCount};
  }
}
