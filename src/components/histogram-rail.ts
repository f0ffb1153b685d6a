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

function makeCharts({filter, columns, first, width = 240, onRange}: HistogramRailOptions): Map<string, BrushHistogram> {
  const held = new Set(filter.names);
  const names = [...first, ...Object.keys(columns).filter((name) => !first.includes(name))];
  const charts = new Map<string, BrushHistogram>();
  for (const name of names.filter((each) => held.has(each))) {
    const column = columns[name];
    if (!column) continue;
    const chart = brushHistogram({
      ...{name, label: column.label, unit: column.unit, about: column.about, width},
      ...{bins: filter.bins(name), background: filter.background(name)},
      onRange: (range, isFinal) => {
        onRange(name, range, isFinal);
      }
    });
    charts.set(name, chart);
  }
  return charts;
}

/** Draws the charts that are in view, now and when they come into view. */
function drawInView(charts: ReadonlyMap<string, BrushHistogram>, filter: Crossfilter): () => void {
  const visible = new Set<Element>();
  const update = (): void => {
    for (const [name, chart] of charts)
      if (visible.has(chart.node)) chart.update(filter.bars(name), filter.range(name));
  };
  const observer = new IntersectionObserver((entries) => {
    for (const {target, isIntersecting} of entries)
      if (isIntersecting) visible.add(target);
      else visible.delete(target);
    update();
  });
  for (const {node} of charts.values()) observer.observe(node);
  return update;
}

/**
 * Linked histograms over all numeric columns of a set. The first ones are open; the others open on demand or by search,
 * and only those that are in view are drawn.
 */
export function histogramRail(options: HistogramRailOptions): HistogramRail {
  const {filter, columns, first} = options;
  const charts = makeCharts(options);
  const nodes = (isFirst: boolean): Node[] =>
    [...charts].filter(([name]) => first.includes(name) === isFirst).map(([, {node}]) => node);
  const rest = html<HTMLDetailsElement>`<details class="histogram-rest">
    <summary>All columns</summary>
    ${nodes(false)}
  </details>`;
  const search = searchField((text) => {
    for (const [name, {node}] of charts) {
      const column = columns[name];
      node.hidden = column === undefined || !matches(column, name, text);
    }
    if (text !== "") rest.open = true;
  });
  const node = html`<div class="histogram-rail">
    ${search}
    <p class="histogram-key small muted">
      Bars: compounds left. Line: all compounds. Each is drawn to its own height. Drag to filter.
    </p>
    ${nodes(true)}${rest}
  </div>`;
  return {node, update: drawInView(charts, filter)};
}
