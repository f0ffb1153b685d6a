import {html} from "htl";
import {leavesOf, type SearchFilter} from "../filters/filter-node.js";
import {similarityColumns} from "../tables/similarity-columns.js";
import type {CompoundsModel} from "./compounds-model.js";
import {newSearch, searchControls} from "./search-controls.js";
import {StructureJudge} from "./structure-judge.js";

const COLUMN = "similarity";

/** Searches by structure: a new one is typed or drawn here and becomes a filter among the others. */
export class CompoundsSearch {
  readonly node: HTMLElement;
  readonly judge: StructureJudge;
  readonly #model: CompoundsModel;
  readonly #controls = html`<div class="filter-leaf search-new"></div>`;
  readonly #words = html`<p class="small muted" role="status"></p>`;

  constructor(model: CompoundsModel, signal: AbortSignal) {
    this.#model = model;
    this.judge = new StructureJudge({
      onProgress: (words) => {
        this.#words.textContent = words;
      },
      onPartial: (node, mask) => {
        model.takePartial(node, mask);
      },
      onScores: (scores) => {
        this.#takeScores(scores);
      }
    });
    signal.addEventListener("abort", () => {
      this.judge.dispose();
    });
    this.node = html<HTMLElement>`<div class="filters">${this.#controls}${this.#words}</div>`;
    this.#show(newSearch);
    model.onChange((change) => {
      if (change === "filters" && !this.searches().some(({how}) => how === "similar")) model.dropColumns([COLUMN]);
    }, signal);
  }

  /** The searches among the filters, in order. */
  searches(): SearchFilter[] {
    return this.#model.steps.flatMap(({node}) => leavesOf(node)).filter((leaf) => leaf.kind === "search");
  }

  /** The structure that compounds contain or are like, to be marked in drawings; null when there is none. */
  marked(): string | null {
    const search = this.searches().find(({how, query}) => how === "contains" && query.trim() !== "");
    return search?.query ?? null;
  }

  #show(node: SearchFilter): void {
    this.#controls.replaceChildren(
      ...searchControls(node, (changed) => {
        if (changed.query.trim() === "") this.#show(changed);
        else {
          this.#model.addStep(changed);
          this.#show(newSearch);
        }
      })
    );
  }

  #takeScores(values: Float64Array): void {
    const isFirst = !(COLUMN in this.#model.set.table.columns);
    this.#model.putColumns([{name: COLUMN, column: similarityColumns.similarity, values}]);
    const {state} = this.#model;
    if (!isFirst) return;
    if (!state.value.columns.includes(COLUMN)) state.set({columns: [COLUMN, ...state.value.columns]});
    if (state.value.sort?.key !== COLUMN) this.#model.sort({key: COLUMN, descending: true});
  }
}
