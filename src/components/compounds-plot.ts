import {html} from "htl";
import {formatCount} from "../base/format-number.js";
import {brushScatter, type BrushScatter} from "../charts/brush-scatter.js";
import {choiceOf} from "./choice-of.js";
import type {CompoundsModel} from "./compounds-model.js";

type Span = readonly [number, number];

const DIGITS = 3;

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
      ...{xRange: this.#range(first), yRange: this.#range(second)}
    });
    let missing = 0;
    for (const row of rows) if (Number.isNaN(xs[row]) || Number.isNaN(ys[row])) missing++;
    const without = missing === 0 ? "" : `, ${formatCount(missing)} of them without a value`;
    this.#words.textContent = `n ${formatCount(rows.length)}${without}. Drag to filter by both, press a point to choose it.`;
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
      choiceOf("Along", options, first, choose("px"))
    );
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
