import {svg} from "htl";
import {formatNumber} from "../base/format-number.js";
import type {Bins, Range} from "../kernels/column-bins.js";
import type {EdgeListener} from "./brush-gesture.js";
import {type BrushLayout, edgesOfRange, xOfEdge} from "./brush-layout.js";

/** Which end of a selection a handle moves, and on what scale. */
export interface BrushHandleOptions {
  readonly label: string;
  readonly unit: string;
  readonly bins: Bins;
  readonly layout: BrushLayout;
  readonly end: "min" | "max";
}

const PAGE = 5;
/** Bars that a key moves an end by. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -PAGE,
  PageUp: PAGE,
  Home: -Infinity,
  End: Infinity
};

/** One end of a selection as a slider: arrows move it by a bar, Page Up and Down by five, Home and End to the ends. */
export function brushHandle(
  {label, unit, bins, layout, end}: BrushHandleOptions,
  current: () => Range | null,
  listener: EdgeListener
): {readonly node: SVGElement; update(): void} {
  const at = end === "min" ? 0 : 1;
  const node = svg`<g class="brush-handle" role="slider" tabindex="0" aria-label=${`${label} ${end === "min" ? "at least" : "at most"}`}>
    <line y1="-4" y2=${layout.height} /><rect x="-3" y="-4" width="6" height="8" rx="1.5" />
  </g>`;
  node.setAttribute("aria-valuemin", String(bins.edges[0] ?? 0));
  node.setAttribute("aria-valuemax", String(bins.edges.at(-1) ?? 0));
  node.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const [from, to] = edgesOfRange(bins, current());
    const moved = Math.max(0, Math.min(layout.barCount, Math.round((at === 0 ? from : to) + step)));
    const next = at === 0 ? ([Math.min(moved, to - 1), to] as const) : ([from, Math.max(moved, from + 1)] as const);
    listener(Math.max(0, Math.round(next[0])), Math.round(next[1]), true);
  });
  return {
    node,
    update() {
      const range = current();
      const limit = range?.[end] ?? null;
      const edge = edgesOfRange(bins, range)[at] ?? 0;
      const value = limit ?? bins.edges[Math.round(edge)] ?? 0;
      node.setAttribute("transform", `translate(${String(xOfEdge(layout, edge))},0)`);
      node.setAttribute("aria-valuenow", String(value));
      node.setAttribute("aria-valuetext", limit === null ? "no limit" : `${formatNumber(value)} ${unit}`.trim());
    }
  };
}
