import {filterMask} from "../filters/filter-mask.js";
import {type FilterNode, leavesOf, missingColumns, type OutsideFilter} from "../filters/filter-node.js";
import type {Crossfilter} from "../kernels/crossfilter.js";
import type {ColumnSet} from "../tables/column-set.js";

/** A filter that is more than a range of one column. */
export interface FilterStep {
  /** Name of its mask in the filter. */
  readonly id: string;
  readonly node: FilterNode;
  /** Why it is not applied, in words; empty when it is. */
  readonly problem: string;
}

/** Answers a filter that is judged elsewhere (a structure, SQL) for every row of a set. @throws in words */
export type OutsideJudge = (node: OutsideFilter, set: ColumnSet) => Promise<Uint8Array>;

const WAITING = "being looked up";

/** The steps of a set that are masks of the crossfilter: kept, worked out, and worked out again when columns change. */
export class FilterSteps {
  readonly #ground: () => {readonly set: ColumnSet; readonly filter: Crossfilter};
  readonly #onChange: () => void;
  readonly #answers = new Map<string, Uint8Array | Error | null>();
  #steps: FilterStep[] = [];
  #judge: OutsideJudge | null = null;
  #next = 1;
  /** Grows when the rows change: an answer for the rows before is not taken. */
  #turn = 0;

  /** @param onChange told when an answer from elsewhere has come */
  constructor(ground: () => {readonly set: ColumnSet; readonly filter: Crossfilter}, onChange: () => void) {
    this.#ground = ground;
    this.#onChange = onChange;
  }

  get all(): readonly FilterStep[] {
    return this.#steps;
  }

  find(id: string): FilterStep | undefined {
    return this.#steps.find((step) => step.id === id);
  }

  /** Answers known from elsewhere. @throws for one that is not known yet */
  readonly outside = (node: OutsideFilter): Uint8Array => {
    const answer = this.#answers.get(JSON.stringify(node));
    if (answer instanceof Uint8Array) return answer;
    throw new Error(answer instanceof Error ? answer.message : WAITING);
  };

  /** Takes what is known so far of an answer that is still being looked up. */
  takePartial(node: OutsideFilter, mask: Uint8Array): void {
    const key = JSON.stringify(node);
    if (this.#answers.get(key) instanceof Error || !this.#answers.has(key)) return;
    this.#answers.set(key, mask);
    this.refresh();
    this.#onChange();
  }

  setJudge(judge: OutsideJudge): void {
    this.#judge = judge;
    this.refresh();
  }

  add(node: FilterNode): string {
    const id = `step:${String(this.#next++)}`;
    this.#steps.push(this.#apply(id, node));
    return id;
  }

  change(id: string, node: FilterNode): void {
    this.#steps = this.#steps.map((step) => (step.id === id ? this.#apply(id, node) : step));
  }

  drop(id: string): void {
    this.#ground().filter.setMask(id, null);
    this.#steps = this.#steps.filter((step) => step.id !== id);
  }

  /** Works the steps out again: all, or those that use one of some columns. */
  refresh(columns: readonly string[] | null = null): void {
    const uses = (node: FilterNode): boolean =>
      columns === null || leavesOf(node).some((leaf) => "column" in leaf && columns.includes(leaf.column));
    this.#steps = this.#steps.map((step) => (uses(step.node) ? this.#apply(step.id, step.node) : step));
  }

  /** The rows are others: nothing that was answered holds any more. */
  forget(): void {
    this.#turn++;
    this.#answers.clear();
  }

  #apply(id: string, node: FilterNode): FilterStep {
    const {set, filter} = this.#ground();
    const missing = missingColumns(node, set);
    if (missing.length > 0) return this.#refuse(id, node, `this set has no column ${missing.join(", ")}`);
    for (const leaf of leavesOf(node))
      if (leaf.kind === "search" || leaf.kind === "sql" || leaf.kind === "picked") this.#ask(leaf, set);
    try {
      filter.setMask(id, filterMask(node, set, this.outside));
      return {id, node, problem: ""};
    } catch (error) {
      return this.#refuse(id, node, error instanceof Error ? error.message : String(error));
    }
  }

  #refuse(id: string, node: FilterNode, problem: string): FilterStep {
    this.#ground().filter.setMask(id, null);
    return {id, node, problem};
  }

  #ask(node: OutsideFilter, set: ColumnSet): void {
    const key = JSON.stringify(node);
    if (this.#answers.has(key) || !this.#judge) return;
    const turn = this.#turn;
    this.#answers.set(key, null);
    const take = (answer: Uint8Array | Error): void => {
      if (turn !== this.#turn) return;
      this.#answers.set(key, answer);
      this.refresh();
      this.#onChange();
    };
    this.#judge(node, set).then(take, (error: unknown) => {
      take(error instanceof Error ? error : new Error(String(error)));
    });
  }
}
