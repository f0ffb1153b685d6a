import {html} from "htl";
import {formatCount} from "../base/format-number.js";
import {brushScatter, type BrushScatter, type ScatterRegion} from "../charts/brush-scatter.js";
import {BOILED_EGG, isInRegion, regionOutline} from "../alerts/boiled-egg.js";
import {choiceOf} from "./choice-of.js";
import type {CompoundsModel} from "./compounds-model.js";
import {svgText} from "./figure-export.js";
import {type Backdrop, inBackdrop, onWhite} from "./picture-file.js";

type Span = readonly [number, number];

const DIGITS = 3;
/** Pixels of the points in a picture of the plot per pixel of the page. */
const PICTURE_RATIO = 4;
const EGG_AXES = ["tpsa_a2", "clogp"] as const;

/** Rounds a brushed limit to what the eye can tell. */
export const roundLimit = (value: number): number => Number(value.toPrecision(DIGITS));

/** Two columns of the set against each other, linked with all filters. */
export class CompoundsPlot {
  readonly node: HTMLElement;
  readonly #model: CompoundsModel;
  readonly #axes = html`<span class="plot-axes"></span>`;
  readonly #words = html`<span class="small muted" role="status"></span>`;
  readonly #scatter: BrushScatter;
  #drawn = "";

  constructor(model: CompoundsModel, onChoose: (row: number) => void) {
    this.#model = model;
    this.#scatter = brushScatter({
      onBrush: (x, y) => {
        const [first, second] = this.#names();
        this.#set(first, x);
        this.#set(second, y);
      },
      onPick: onChoose
    });
    this.node = html<HTMLElement>`<div class="compounds-plot">
      <p class="plot-bar">${this.#axes} ${this.#words}</p>
      ${this.#scatter.node}
    </div>`;
  }

  /** The plot as an SVG file; its points are a picture in it. */
  svg(backdrop: Backdrop): string {
    const text = inBackdrop(backdrop, () => {
      const {points, axes} = this.#scatter.picture(PICTURE_RATIO);
      const {clientWidth: width, clientHeight: height} = this.#scatter.node;
      const size = `width="${String(width)}" height="${String(height)}"`;
      const image = `<image href="${points.toDataURL("image/png")}" ${size}/>`;
      return svgText(axes, this.#words.textContent).replace(/^<svg[^>]*>/, (head) => `${head}${image}`);
    });
    return backdrop === "white" ? onWhite(text) : text;
  }

  update(): void {
    const {set, filter} = this.#model;
    const [first, second] = this.#names();
    this.#showAxes(first, second);
    if (!filter.names.includes(first) || !filter.names.includes(second)) return;
    const rows = this.#model.survivors();
    const [xs, ys] = [set.numbers(first), set.numbers(second)];
    this.#scatter.update({
      ...{xs, ys, rows, xSpan: this.#span(first), ySpan: this.#span(second)},
      ...{xLabel: this.#label(first), yLabel: this.#label(second)},
      ...{xRange: this.#range(first), yRange: this.#range(second)},
      regions: isEgg(first, second) ? eggRegions() : []
    });
    let missing = 0;
    for (const row of rows) if (Number.isNaN(xs[row]) || Number.isNaN(ys[row])) missing++;
    const without = missing === 0 ? "" : `, ${formatCount(missing)} of them without a value`;
    const egg = isEgg(first, second) ? ` ${eggWords(xs, ys, rows)}` : "";
    this.#words.textContent = `n ${formatCount(rows.length)}${without}.${egg} Drag to filter by both, press a point to choose it.`;
  }

  /** Columns plotted: those of the state, or the first two that the set has. */
  #names(): readonly [string, string] {
    const {names} = this.#model.filter;
    const {px, py} = this.#model.state.value;
    const first = names.includes(px) ? px : (names[0] ?? "");
    return [first, names.includes(py) ? py : (names[1] ?? first)];
  }

  #showAxes(first: string, second: string): void {
    const {filter, set, state} = this.#model;
    const drawn = JSON.stringify([first, second, filter.names]);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    const options = filter.names.map((name) => [name, set.table.columns[name]?.label ?? name] as const);
    const choose = (field: "px" | "py") => (value: string) => {
      state.set({[field]: value});
      this.update();
    };
    this.#axes.replaceChildren(
      choiceOf("Up", options, second, choose("py")),
      " against ",
      choiceOf("Along", options, first, choose("px")),
      ...(EGG_AXES.every((name) => filter.names.includes(name)) ? [" ", this.#eggButton()] : [])
    );
  }

  #eggButton(): HTMLElement {
    const title = "Polar surface against Crippen logP, with the regions of passive absorption and brain access";
    const button = html<HTMLButtonElement>`<button type="button" class="quiet" title=${title}>BOILED-Egg</button>`;
    button.onclick = () => {
      this.#model.state.set({px: EGG_AXES[0], py: EGG_AXES[1]});
      this.update();
    };
    return button;
  }

  #label(name: string): string {
    const {label = name, unit = ""} = this.#model.set.table.columns[name] ?? {};
    return unit === "" ? label : `${label}, ${unit}`;
  }

  #span(name: string): Span {
    const {edges} = this.#model.filter.bins(name);
    const [low, high] = [edges[0] ?? 0, edges.at(-1) ?? 1];
    const pad = (high - low) * 0.02 || 1;
    return [low - pad, high + pad];
  }

  #range(name: string): Span | null {
    const range = this.#model.filter.range(name);
    if (!range) return null;
    const [low, high] = this.#span(name);
    return [range.min ?? low, range.max ?? high];
  }

  #set(name: string, [low, high]: Span): void {
    this.#model.setRange(name, {min: roundLimit(low), max: roundLimit(high), keepMissing: false});
  }
}

const isEgg = (first: string, second: string): boolean => first === EGG_AXES[0] && second === EGG_AXES[1];

const eggRegions = (): ScatterRegion[] =>
  (["white", "yolk"] as const).map((id) => ({id, label: id, outline: regionOutline(BOILED_EGG[id])}));

/** How many lie in each region, for those who do not see the plot, and what the regions do not say. */
function eggWords(tpsa: Float64Array, logp: Float64Array, rows: Uint32Array): string {
  const inside = (id: "white" | "yolk"): number =>
    rows.reduce((sum, row) => sum + Number(isInRegion(BOILED_EGG[id], tpsa[row] ?? NaN, logp[row] ?? NaN)), 0);
  const of = (count: number): string =>
    `${formatCount(count)} (${String(Math.round((100 * count) / Math.max(1, rows.length)))} %)`;
  return (
    `BOILED-Egg (Daina 2016): ${of(inside("white"))} in the white, absorbed passively from the gut; ` +
    `${of(inside("yolk"))} in the yolk, passively into the brain. It says nothing of P-gp.`
  );
}
