import {html} from "htl";
import {type BrushHistogram, brushHistogram} from "../charts/brush-histogram.js";
import type {Range} from "../kernels/column-bins.js";
import type {Crossfilter} from "../kernels/crossfilter.js";
import type {Column} from "../tables/table.js";

/** A histogram for each column of a set, to filter by. */
export interface HistogramRail {
  readonly node: HTMLElement;
  /** Draws what the filters now let through. */
  update(): void;
  /** Goes on with another filter over the same columns: more rows have come. */
  rebind(filter: Crossfilter): void;
  dispose(): void;
}

export interface HistogramRailOptions {
  readonly filter: Crossfilter;
  /** What the columns are called; those that the filter does not hold are left out. */
  readonly columns: Readonly<Record<string, Column>>;
  /** Names in the order to show them; the rest follows behind "All columns". */
  readonly first: readonly string[];
  readonly width?: number;
  readonly onRange: (name: string, range: Range | null, isFinal: boolean) => void;
}

const matches = ({label, about}: Column, name: string, text: string): boolean =>
  [label, about, name].some((word) => word.toLowerCase().includes(text));

function searchField(onSearch: (text: string) => void): HTMLInputElement {
  const field = html<HTMLInputElement>`<input type="search" placeholder="Find a column" aria-label="Find a column" />`;
  field.addEventListener("input", () => {
    onSearch(field.value.trim().toLowerCase());
  });
  return field;
}

/** The place of one column's histogram: empty until it comes into view. */
interface Slot {
  readonly name: string;
  readonly node: HTMLElement;
  chart: BrushHistogram | null;
}

const makeSlot = (name: string): Slot => ({
  name,
  node: html<HTMLElement>`<div class="histogram-slot" data-column=${name}></div>`,
  chart: null
});

/** Histograms are made this far before they come into view, so that Tab and scrolling find them there. */
const MADE_AHEAD = "600px";

/**
 * Linked histograms over all numeric columns of a set. The first ones are open; the others open on demand or by search.
 * A histogram is made when it comes into view, and drawn only while it is.
 */
class Rail implements HistogramRail {
  readonly node: HTMLElement;
  readonly #options: HistogramRailOptions;
  readonly #slots: ReadonlyMap<Element, Slot>;
  readonly #inView = new Set<Slot>();
  readonly #observer: IntersectionObserver;
  #filter: Crossfilter;

  constructor(options: HistogramRailOptions) {
    this.#options = options;
    this.#filter = options.filter;
    const {columns, first} = options;
    const held = new Set(options.filter.names);
    const names = [...first, ...Object.keys(columns).filter((name) => !first.includes(name))];
    const slots = names.filter((name) => held.has(name)).map(makeSlot);
    this.#slots = new Map(slots.map((slot) => [slot.node, slot]));
    this.node = this.#assemble(slots);
    this.#observer = new IntersectionObserver(
      (entries) => {
        this.#onView(entries);
      },
      {rootMargin: MADE_AHEAD}
    );
    for (const {node} of slots) this.#observer.observe(node);
  }

  update(): void {
    for (const slot of this.#inView) this.#draw(slot);
  }

  rebind(filter: Crossfilter): void {
    this.#filter = filter;
    for (const slot of this.#slots.values()) slot.chart = null;
    this.update();
  }

  dispose(): void {
    this.#observer.disconnect();
  }

  #assemble(slots: readonly Slot[]): HTMLElement {
    const {columns, first} = this.#options;
    const nodes = (isFirst: boolean): Node[] =>
      slots.filter(({name}) => first.includes(name) === isFirst).map(({node}) => node);
    const rest = html<HTMLDetailsElement>`<details class="histogram-rest">
      <summary>All columns</summary>
      ${nodes(false)}
    </details>`;
    const search = searchField((text) => {
      for (const {name, node} of slots) {
        const column = columns[name];
        node.hidden = column === undefined || !matches(column, name, text);
      }
      if (text !== "") rest.open = true;
    });
    return html`<div class="histogram-rail">
      ${search}
      <p class="histogram-key small muted">
        Bars: compounds left. Line: all compounds. Each is drawn to its own height. Drag to filter.
      </p>
      ${nodes(true)}${rest}
    </div>`;
  }

  #onView(entries: readonly IntersectionObserverEntry[]): void {
    for (const {target, isIntersecting} of entries) {
      const slot = this.#slots.get(target);
      if (!slot) continue;
      if (isIntersecting) this.#inView.add(slot);
      else this.#inView.delete(slot);
    }
    this.update();
  }

  #draw(slot: Slot): void {
    slot.chart ??= this.#makeChart(slot);
    slot.chart.update(this.#filter.bars(slot.name), this.#filter.range(slot.name));
  }

  #makeChart({name, node}: Slot): BrushHistogram {
    const {columns, width = 240, onRange} = this.#options;
    const {label, unit, about} = columns[name] ?? {label: name, unit: "", about: ""};
    const chart = brushHistogram({
      ...{name, label, unit, about, width, bins: this.#filter.bins(name), background: this.#filter.background(name)},
      onRange: (range, isFinal) => {
        onRange(name, range, isFinal);
      }
    });
    const focused = focusOf(node);
    node.replaceChildren(chart.node);
    if (focused !== null) chart.node.querySelector<HTMLElement>(focused)?.focus();
    return chart;
  }
}

/** A selector for what has the focus inside a node, by its name; null when nothing has. */
function focusOf(node: HTMLElement): string | null {
  const {activeElement} = document;
  if (!activeElement || !node.contains(activeElement)) return null;
  const label = activeElement.getAttribute("aria-label");
  return label === null ? null : `[aria-label="${CSS.escape(label)}"]`;
}

/** A histogram for each column that the filter holds. */
export const histogramRail = (options: HistogramRailOptions): HistogramRail => new Rail(options);
