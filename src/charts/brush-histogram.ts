import {html, svg} from "htl";
import {formatCount, formatNumber} from "../base/format-number.js";
import type {Bars, Bins, Range} from "../kernels/column-bins.js";
import {type EdgeListener, onBrushGesture} from "./brush-gesture.js";
import {brushHandle} from "./brush-handle.js";
import {
  type BrushLayout,
  barsPath,
  brushLayout,
  edgesOfRange,
  missingPath,
  outlinePath,
  rangeOfEdges,
  xOfEdge
} from "./brush-layout.js";
import {limitInput} from "./limit-input.js";

/** What a brushable histogram shows, and whom it tells. */
export interface BrushHistogramOptions {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  /** One sentence: what is measured. */
  readonly about: string;
  readonly bins: Bins;
  /** All rows of the set: the outline. */
  readonly background: Bars;
  readonly width: number;
  readonly height?: number;
  /** A range was brushed, typed or lifted; `isFinal` is false while the pointer is still down. */
  readonly onRange: (range: Range | null, isFinal: boolean) => void;
}

/** A histogram in the page. */
export interface BrushHistogram {
  readonly node: HTMLElement;
  /** Shows the rows that pass all other filters, and the range of this one. */
  update(bars: Bars, range: Range | null): void;
}

const AXIS_HEIGHT = 14;
const HANDLE_HEIGHT = 4;

function axis({edges}: Bins, layout: BrushLayout): SVGElement {
  const ends = [0, edges.length - 1] as const;
  const tick = (k: number, anchor: string): SVGElement =>
    svg`<text class="brush-tick" x=${xOfEdge(layout, k)} y=${layout.height + AXIS_HEIGHT - 3} text-anchor=${anchor}>${formatNumber(edges[k] ?? 0)}</text>`;
  const middle = Math.round((edges.length - 1) / 2);
  return svg`<g aria-hidden="true"><line class="brush-axis" x1=${layout.left} x2=${layout.right} y1=${layout.height + 0.5} y2=${layout.height + 0.5} />
    ${tick(ends[0], "start")}${edges.length > 3 ? tick(middle, "middle") : ""}${tick(ends[1], "end")}</g>`;
}

interface Parts {
  readonly passing: SVGElement;
  readonly missing: SVGElement;
  readonly brush: SVGElement;
  readonly surface: SVGElement;
  /** How many rows are drawn. */
  readonly n: HTMLElement;
}

function makeParts(layout: BrushLayout): Parts {
  return {
    n: html`<span class="brush-n"></span>`,
    passing: svg`<path class="brush-passing" />`,
    missing: svg`<path class="brush-missing" />`,
    brush: svg`<rect class="brush-selection" y="0" height=${layout.height} />`,
    surface: svg`<rect class="brush-surface" x="0" y="0" width=${layout.width} height=${layout.height + AXIS_HEIGHT} />`
  };
}

const countOf = ({counts, under, over}: Bars): number => counts.reduce((sum, count) => sum + count, under + over);

function keepMissingBox(label: string, missing: number, onChange: (keep: boolean) => void): HTMLInputElement {
  const box = html<HTMLInputElement>`<input
    type="checkbox"
    aria-label=${`Keep compounds without ${label} (${formatCount(missing)})`}
  />`;
  box.addEventListener("change", () => {
    onChange(box.checked);
  });
  return box;
}

/** The controls of a histogram, and how they follow the range. */
interface Controls {
  readonly handles: readonly ReturnType<typeof brushHandle>[];
  readonly inputs: readonly ReturnType<typeof limitInput>[];
  readonly keep: HTMLInputElement;
  readonly clear: HTMLButtonElement;
}

function makeControls(options: BrushHistogramOptions, layout: BrushLayout, current: () => Range | null): Controls {
  const {bins, background, label, onRange} = options;
  const setLimit = (end: "min" | "max", value: number | null): void => {
    const next = {...(current() ?? {min: null, max: null, keepMissing: false}), [end]: value};
    onRange(next.min === null && next.max === null ? null : next, true);
  };
  const keep = keepMissingBox(label, background.missing, (keepMissing) => {
    const range = current();
    if (range) onRange({...range, keepMissing}, true);
  });
  const clear = html<HTMLButtonElement>`<button
    type="button"
    class="quiet brush-clear"
    aria-label=${`Lift the filter on ${label}`}
  >
    ×
  </button>`;
  clear.addEventListener("click", () => {
    onRange(null, true);
  });
  const setEdges: EdgeListener = (from, to, isFinal) => {
    onRange(rangeOfEdges(bins, from, to, current()?.keepMissing ?? false), isFinal);
  };
  const ends = ["min", "max"] as const;
  return {
    keep,
    clear,
    handles: ends.map((end) => brushHandle({...options, layout, end}, current, setEdges)),
    inputs: ends.map((end) =>
      limitInput(label, end, (value) => {
        setLimit(end, value);
      })
    )
  };
}

function assemble(options: BrushHistogramOptions, layout: BrushLayout, parts: Parts, controls: Controls): HTMLElement {
  const {name, label, unit, about, bins, background, width} = options;
  const height = layout.height + AXIS_HEIGHT + HANDLE_HEIGHT;
  return html`<div class="brush-histogram" data-column=${name} role="group" aria-label=${label}>
    <div class="brush-head" title=${about}>
      <span class="brush-label">${label}</span
      >${unit ? html`<span class="brush-unit">${unit}</span>` : ""}${parts.n}${controls.clear}
    </div>
    <svg width=${width} height=${height} viewBox=${[0, -HANDLE_HEIGHT, width, height].join(" ")}>
      ${parts.brush}${parts.passing}
      <path class="brush-outline" d=${outlinePath(layout, background)} />
      ${parts.missing}${axis(bins, layout)}${parts.surface}${controls.handles.map(({node}) => node)}
    </svg>
    <div class="brush-limits">
      ${controls.inputs[0]?.node} to ${controls.inputs[1]?.node}
      ${background.missing > 0 ? html`<label class="brush-keep">${controls.keep}keep missing</label>` : ""}
    </div>
  </div>`;
}

function showRange(bins: Bins, layout: BrushLayout, range: Range | null, parts: Parts, controls: Controls): void {
  const [from, to] = edgesOfRange(bins, range);
  parts.brush.setAttribute("x", String(xOfEdge(layout, from)));
  parts.brush.setAttribute("width", String(Math.max(1, xOfEdge(layout, to) - xOfEdge(layout, from))));
  for (const handle of controls.handles) handle.update();
  controls.inputs[0]?.update(range?.min ?? null);
  controls.inputs[1]?.update(range?.max ?? null);
  controls.keep.checked = range?.keepMissing ?? false;
  controls.keep.disabled = range === null;
}

/**
 * A histogram to filter by: drag over the bars, move an end with the arrow keys, or type the limits. Bars are the rows
 * that pass the other filters, the outline all rows of the set, each on a scale of its own; missing values have a
 * hatched bar at the left.
 */
export function brushHistogram(options: BrushHistogramOptions): BrushHistogram {
  const {bins, background, width, height = 34, onRange} = options;
  const layout = brushLayout(bins, background, width, height);
  const parts = makeParts(layout);
  let range: Range | null = null;
  const controls = makeControls(options, layout, () => range);
  const node = assemble(options, layout, parts, controls);
  showRange(bins, layout, null, parts, controls);
  onBrushGesture(
    parts.surface,
    layout,
    () => edgesOfRange(bins, range),
    (from, to, isFinal) => {
      onRange(rangeOfEdges(bins, from, to, range?.keepMissing ?? false), isFinal);
    }
  );
  return {
    node,
    update(bars, next) {
      range = next;
      parts.passing.setAttribute("d", barsPath(layout, bars));
      parts.missing.setAttribute("d", missingPath(layout, bars));
      parts.n.textContent = `n ${formatCount(countOf(bars))}${bars.missing > 0 ? ` + ${formatCount(bars.missing)} missing` : ""}`;
      showRange(bins, layout, range, parts, controls);
      node.classList.toggle("is-filtered", range !== null);
    }
  };
}
