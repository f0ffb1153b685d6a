import {html} from "htl";
import {formatCount, formatNumber} from "../base/format-number.js";
import {scatter, type Scatter} from "../charts/scatter.js";
import {MOST_POINTS} from "../charts/scatter-paint.js";
import {shadesOf} from "../charts/shades.js";
import type {ChemicalMap} from "../series/chemical-map.js";
import {boundGroup, columnChoice} from "./bound-controls.js";
import {compoundPanel} from "./group-inspector.js";
import {columnWords} from "./series-columns.js";
import type {SeriesContext, SeriesFigure, SeriesTable, SeriesView} from "./series-context.js";

const SEED = 1;

/** The column that the state colours by: its label, and its values by row of the set. */
export function colorColumn({model: {set}, state, activity}: SeriesContext): {
  readonly label: string;
  readonly values: ArrayLike<number>;
} {
  const {color} = state.value;
  if (set.numericNames.includes(color)) return {label: columnWords(set, color), values: set.numbers(color)};
  return {label: activity()?.label ?? "nothing", values: activity()?.exact ?? []};
}

/** Chooses what colours the points. */
export const colorChoice = (context: SeriesContext): HTMLElement =>
  columnChoice(
    context,
    {label: "Colour", read: ({color}) => color, set: (color) => ({color})},
    () => context.activity()?.label ?? "none"
  );

function mapControls(context: SeriesContext): HTMLElement {
  const kinds = boundGroup(context, {label: "Map", read: ({map}) => map, set: (map) => ({map})}, [
    ["pca", "Principal components"],
    ["umap", "Neighbours (UMAP)"]
  ]);
  return html<HTMLElement>`<span class="series-controls-row">
    ${kinds} ${colorChoice(context)}
    <a class="small" href="https://doi.org/10.48550/arXiv.1802.03426" rel="noreferrer">UMAP, McInnes 2018</a>
  </span>`;
}

/** A map of the rows looked at by their fingerprints; a line drawn around some picks them. */
export class MapView implements SeriesView {
  readonly node: HTMLElement;
  readonly #context: SeriesContext;
  readonly #words = html<HTMLElement>`<p class="series-words" role="status"></p>`;
  readonly #plot: Scatter;
  #basis = "";
  #rows: Uint32Array = new Uint32Array();
  #map: ChemicalMap | null = null;

  constructor(context: SeriesContext) {
    this.#context = context;
    this.#plot = scatter({
      onLasso: (points) => {
        context.pick(points.length === 0 ? null : points.map((point) => this.#rows[point] ?? 0));
      },
      onPoint: (point) => {
        context.inspect(compoundPanel(context, this.#rows[point] ?? 0));
      }
    });
    this.node = html<HTMLElement>`<div class="series-view">
      <div class="series-controls">${mapControls(context)}${this.#words}</div>
      ${this.#plot.node}
    </div>`;
  }

  show(): void {
    const {context, rows} = {context: this.#context, rows: this.#context.rows()};
    const {value} = context.state;
    const basis = [value.map, value.of, context.activity()?.key, rows.length].join();
    if (basis === this.#basis) {
      this.#draw();
      return;
    }
    this.#basis = basis;
    this.#map = null;
    this.#draw();
    void context.progress
      .run(async (step) => {
        const {chemistry} = context.model;
        const {known, bytes} = await chemistry.joinedFingerprints(rows, step("Fingerprints"));
        const ask = {fingerprints: bytes, seed: SEED, kind: value.map};
        return {known, map: await chemistry.pool.set("map", ask, step("Laying the map out"))};
      })
      .then((made) => {
        if (made === null || basis !== this.#basis) return;
        this.#rows = made.known;
        this.#map = made.map;
        this.#draw();
      });
  }

  restart(): void {
    this.#basis = "";
    this.show();
  }

  table(): SeriesTable | null {
    const map = this.#map;
    if (map === null) return null;
    const {set} = this.#context.model;
    const lines = Array.from(this.#rows, (row, place) => [
      ...[String(set.cell("compound_id", row) ?? ""), map.x[place] ?? null, map.y[place] ?? null]
    ]);
    const method =
      this.#context.state.value.map === "umap"
        ? `UMAP (doi:10.48550/arXiv.1802.03426), 15 neighbours, Jaccard distance of Morgan fingerprints, seed ${String(SEED)}.`
        : "Principal components of the bits of Morgan fingerprints (radius 2, 2048 bits), centred.";
    return {name: "map", names: ["compound_id", "x", "y"], rows: lines, method};
  }

  figure(): SeriesFigure | null {
    if (this.#map === null) return null;
    return {node: this.#plot.node, isWhole: false, words: this.#words.textContent ?? ""};
  }

  dispose(): void {
    this.#plot.dispose();
    this.node.remove();
  }

  #draw(): void {
    const map = this.#map;
    if (map === null || this.#rows.length === 0) {
      const isWorking = this.#context.progress.isWorking();
      const none =
        this.#context.rows().length === 0 ? "No compound to lay out: choose others on the left." : "No map yet.";
      this.#words.textContent = isWorking ? "" : none;
      this.#plot.show({...EMPTY, words: "No map yet"});
      return;
    }
    const {label, values} = colorColumn(this.#context);
    const own = Float64Array.from(this.#rows, (row) => values[row] ?? NaN);
    const picked = this.#context.picked();
    const known = own.reduce((n, value) => n + Number(!Number.isNaN(value)), 0);
    const share = map.explained?.map((one) => `${formatNumber(100 * one)} %`).join(" and ");
    const words = `${formatCount(own.length)} compounds, ${label} from light to dark in ninths, known of ${formatCount(known)}; the others grey`;
    this.#words.textContent = `${words}. ${share === undefined ? "Near means similar; far means little." : `The axes hold ${share} of the variance.`} ${own.length > MOST_POINTS ? "There are too many for points: a place is the stronger the more it holds. " : ""}Draw a line around points to pick them.`;
    this.#plot.show({
      ...{x: map.x, y: map.y, xLabel: null, yLabel: null, words: `Map of chemical space: ${words}.`},
      shade: shadesOf(own),
      isMarked: (point) => picked?.has(this.#rows[point] ?? -1) ?? false
    });
  }
}

const EMPTY = {x: [], y: [], shade: () => 0, isMarked: () => false, xLabel: null, yLabel: null};
