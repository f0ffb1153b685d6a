import {html} from "htl";
import {formatCount} from "../base/format-number.js";
import {splitRows} from "../chem/morgan-fingerprint.js";
import {pickFromClusters} from "../series/max-min.js";
import {pickColumns} from "../tables/pick-columns.js";
import type {PackedTexts} from "../tables/packed-texts.js";
import {columnAt, packColumn} from "../tables/text-column.js";
import {fingerprintRows} from "../workers/fingerprint-rows.js";
import {openSeriesPool} from "../workers/series-client.js";
import {choiceOf} from "./choice-of.js";
import type {CompoundsModel} from "./compounds-model.js";
import {pagePause} from "./page-pause.js";

type Method = "max_min" | "clusters";

const COLUMN = "pick";
const CLUSTER_SIMILARITY = 0.4;
/** Longest list to choose from: its fingerprints take 256 bytes each, and clusters all pairs. */
const LONGEST: Readonly<Record<Method, number>> = {max_min: 500_000, clusters: 50_000};

/** Chooses a diverse few of the compounds left; the order in which they were chosen is a column, and filters. */
export class CompoundsChoose {
  readonly node: HTMLElement;
  readonly #model: CompoundsModel;
  readonly #words = html`<p class="small" role="status"></p>`;
  readonly #count = html<HTMLInputElement>`<input type="number" min="1" value="30" aria-label="Compounds to choose" />`;
  readonly #start = html<HTMLButtonElement>`<button type="button">Choose</button>`;
  #method: Method = "max_min";
  #stopper: AbortController | undefined;

  constructor(model: CompoundsModel, signal: AbortSignal) {
    this.#model = model;
    const method = choiceOf(
      "How to choose",
      [
        ["max_min", "the most unlike (MaxMin)"],
        ["clusters", "from Butina clusters"]
      ],
      "max_min",
      (value) => {
        this.#method = value === "clusters" ? "clusters" : "max_min";
      }
    );
    this.#start.onclick = () => void this.#run();
    signal.addEventListener("abort", () => this.#stopper?.abort(new Error("stopped")));
    this.node = html<HTMLDetailsElement>`<details class="rail-part">
      <summary><h2>Choose a diverse few</h2></summary>
      <div class="filters">
        <p class="small muted">
          Of the compounds left, in the table's order: the first is always chosen, and of equals the earlier. Morgan
          fingerprints, radius 2, Tanimoto.
        </p>
        <p class="filter-leaf">${this.#count} ${method} ${this.#start}</p>
        ${this.#words}
      </div>
    </details>`;
  }

  async #run(): Promise<void> {
    this.#stopper?.abort(new Error("started anew"));
    const stopper = (this.#stopper = new AbortController());
    const {set} = this.#model;
    // The choice before this one is no filter for the next.
    if (this.#model.filter.filters.includes(COLUMN)) this.#model.setRange(COLUMN, null);
    const rows = this.#model.survivors().slice();
    const longest = LONGEST[this.#method];
    if (rows.length > longest) {
      this.#words.textContent = `Narrow first: this method takes at most ${formatCount(longest)} compounds.`;
      return;
    }
    try {
      const smiles = packColumn(await columnAt(set.textColumn("smiles"), rows, pagePause()));
      const places = await this.#choose(smiles, Number(this.#count.value) || 1, stopper.signal);
      if (set.rowCount !== this.#model.set.rowCount) return;
      this.#show(places.map((place) => rows[place] ?? 0));
    } catch (error) {
      if (stopper === this.#stopper) this.#words.textContent = error instanceof Error ? error.message : String(error);
    }
  }

  async #choose(smiles: PackedTexts, count: number, signal: AbortSignal): Promise<readonly number[]> {
    const pool = openSeriesPool();
    const telling = (words: string) => (done: number, total: number) => {
      this.#words.replaceChildren(`${words}: ${formatCount(done)} of ${formatCount(total)} `, this.#cancel());
    };
    try {
      const fingerprints = await fingerprintRows(pool, smiles, {signal, onProgress: telling("Fingerprints")});
      const onProgress = telling(this.#method === "max_min" ? "Chosen" : "Compared");
      if (this.#method === "max_min") return await pool.set("diverse", {fingerprints, count}, {signal, onProgress});
      const ask = {fingerprints: splitRows(fingerprints), threshold: CLUSTER_SIMILARITY};
      return pickFromClusters(await pool.set("clusters", ask, {signal, onProgress}), count);
    } finally {
      pool.dispose();
    }
  }

  #cancel(): HTMLElement {
    const button = html<HTMLButtonElement>`<button type="button" class="quiet">Cancel</button>`;
    button.onclick = () => {
      this.#stopper?.abort(new Error("Stopped: nothing was chosen."));
    };
    return button;
  }

  #show(chosen: readonly number[]): void {
    const values = new Float64Array(this.#model.set.rowCount).fill(NaN);
    chosen.forEach((row, place) => {
      values[row] = place + 1;
    });
    this.#model.putColumns([{name: COLUMN, column: pickColumns.pick, values}]);
    this.#model.setRange(COLUMN, {min: 1, max: null, keepMissing: false});
    this.#words.textContent = `${formatCount(chosen.length)} chosen. The filter “${pickColumns.pick.label}” holds them; lift it to see the others.`;
  }
}
