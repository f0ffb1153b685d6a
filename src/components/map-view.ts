import {html} from "htl";
import {formatCount, formatNumber} from "../base/format-number.js";
import type {Scatter} from "../charts/scatter.js";
import {MOST_POINTS} from "../charts/scatter-paint.js";
import type {ChemicalMap} from "../series/chemical-map.js";
import type {SeriesJobOptions} from "../workers/series-pool.js";
import {boundGroup} from "./bound-controls.js";
import {compoundScatter} from "./compound-scatter.js";
import {kindBasis, loadKinds, pointChoice, type PointColours, pointColours} from "./point-colours.js";
import type {SeriesContext, SeriesFigure, SeriesTable, SeriesView} from "./series-context.js";

const SEED = 1;

function mapControls(context: SeriesContext): HTMLElement {
  const kinds = boundGroup(context, {label: "Map", read: ({map}) => map, set: (map) => ({map})}, [
    ["pca", "Principal components"],
    ["umap", "Neighbours (UMAP)"]
  ]);
  return html<HTMLElement>`<span class="series-controls-row">
    ${kinds} ${pointChoice(context)}
    <span class="small"
      ><a href="https://doi.org/10.1098/rsta.2015.0202" rel="noreferrer">components, Jolliffe & Cadima 2016</a>;
      <a href="https://doi.org/10.48550/arXiv.1802.03426" rel="noreferrer">UMAP, McInnes 2018</a></span
    >
  </span>`;
}

/** Rows laid out. */
interface LaidOut {
  readonly basis: string;
  /** Rows of the set, by point. */
  readonly rows: Uint32Array;
  readonly map: ChemicalMap;
}

/** A map of the rows looked at by their fingerprints; a line drawn around some picks them. */
export class MapView implements SeriesView {
  readonly node: HTMLElement;
  readonly #context: SeriesContext;
  readonly #words = html<HTMLElement>`<p class="series-words" role="status"></p>`;
  readonly #legend = html<HTMLElement>`<div></div>`;
  readonly #figure: HTMLElement;
  readonly #plot: Scatter;
  #basis = "";
  #made: LaidOut | null = null;
  #kinds: readonly (string | null)[] | null = null;
  #colours: PointColours | null = null;
  #coloursBasis = "";

  constructor(context: SeriesContext) {
    this.#context = context;
    this.#plot = compoundScatter(context, (point) => this.#made?.rows[point]);
    this.#figure = html<HTMLElement>`<div class="map-figure">${this.#legend}${this.#plot.node}</div>`;
    this.node = html<HTMLElement>`<div class="series-view">
      <div class="series-controls">${mapControls(context)}${this.#words}</div>
      ${this.#figure}
    </div>`;
  }

  show(): void {
    const {value} = this.#context.state;
    const laid = [value.map, value.of, this.#context.activity()?.key, this.#context.rows().length].join();
    const basis = `${laid} ${kindBasis(this.#context)}`;
    if (basis === this.#basis) {
      this.#draw();
      return;
    }
    this.#basis = basis;
    if (this.#made?.basis !== laid) this.#made = null;
    this.#colours = null;
    this.#draw();
    void this.#context.progress
      .run(async (step) => {
        const made = this.#made ?? (await this.#layOut(laid, step));
        return {made, kinds: await loadKinds(this.#context, made.rows, step)};
      })
      .then((done) => {
        // Another view took over: worked out again when this one is back.
        if (done === null && !this.node.isConnected) this.#basis = "";
        if (done === null || basis !== this.#basis) return;
        this.#made = done.made;
        this.#kinds = done.kinds;
        this.#colours = null;
        this.#draw();
      });
  }

  async #layOut(basis: string, step: (words: string) => SeriesJobOptions): Promise<LaidOut> {
    const {model, state} = this.#context;
    const {chemistry} = model;
    const {known, bytes} = await chemistry.joinedFingerprints(this.#context.rows(), step("Fingerprints"));
    const ask = {fingerprints: bytes, seed: SEED, kind: state.value.map};
    return {basis, rows: known, map: await chemistry.pool.set("map", ask, step("Laying the map out"))};
  }

  restart(): void {
    this.#basis = "";
    this.show();
  }

  table(): SeriesTable | null {
    if (this.#made === null) return null;
    const {map, rows} = this.#made;
    const {set} = this.#context.model;
    const lines = Array.from(rows, (row, place) => [
      ...[String(set.cell("compound_id", row) ?? ""), map.x[place] ?? null, map.y[place] ?? null]
    ]);
    const method =
      this.#context.state.value.map === "umap"
        ? `UMAP (doi:10.48550/arXiv.1802.03426), 15 neighbours, Jaccard distance of Morgan fingerprints, seed ${String(SEED)}.`
        : "Principal components (doi:10.1098/rsta.2015.0202) of the bits of Morgan fingerprints (radius 2, 2048 bits), centred.";
    return {name: "map", names: ["compound_id", "x", "y"], rows: lines, method};
  }

  figure(): SeriesFigure | null {
    if (this.#made === null || this.#made.rows.length === 0) return null;
    return {node: this.#figure, isWhole: false, words: this.#words.textContent ?? ""};
  }

  dispose(): void {
    this.#plot.dispose();
    this.node.remove();
  }

  #draw(): void {
    const made = this.#made;
    if (made === null || made.rows.length === 0) {
      const isWorking = this.#context.progress.isWorking();
      const none =
        this.#context.rows().length === 0 ? "No compound to lay out: choose others on the left." : "No map yet.";
      this.#words.textContent = isWorking ? "" : none;
      this.#legend.replaceChildren();
      this.#plot.show({...EMPTY, words: "No map yet"});
      return;
    }
    const {map, rows} = made;
    const {codes, palette, isOrdered, words: colours} = this.#coloured(rows);
    const picked = this.#context.picked();
    const share = map.explained?.map((one) => `${formatNumber(100 * one)} %`).join(" and ");
    const words = `${formatCount(rows.length)} compounds, ${colours}`;
    this.#words.textContent = `${words}. ${share === undefined ? "Near means similar; far means little." : `The axes hold ${share} of the variance.`} ${rows.length > MOST_POINTS ? "There are too many for points: a place is the stronger the more it holds. " : ""}Draw a line around points to pick them.`;
    this.#plot.show({
      ...{x: map.x, y: map.y, xLabel: null, yLabel: null, words: `Map of chemical space: ${words}.`},
      ...{palette, isOrdered, shade: (point) => codes[point] ?? 0},
      isMarked: picked === null ? () => false : (point) => picked.has(rows[point] ?? -1)
    });
  }

  /** The colours, worked out anew when what they stand for has changed; their legend with them. */
  #coloured(rows: Uint32Array): PointColours {
    const {state, revision, activity} = this.#context;
    const basis = [this.#basis, state.value.color, String(revision), activity()?.key].join();
    if (this.#colours === null || basis !== this.#coloursBasis) {
      this.#coloursBasis = basis;
      this.#colours = pointColours(this.#context, rows, this.#kinds);
      this.#legend.replaceChildren(this.#colours.legend ?? "");
    }
    return this.#colours;
  }
}

const EMPTY = {
  ...{x: [], y: [], shade: () => 0, palette: ["missing"], isOrdered: true, isMarked: () => false},
  ...{xLabel: null, yLabel: null}
};
