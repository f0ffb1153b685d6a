import {svg} from "htl";
import type {Bars, Bins} from "../kernels/column-bins.js";
import {barsPath, brushLayout, outlinePath} from "./brush-layout.js";

const WIDTH = 76;
const HEIGHT = 14;

/** A tiny histogram for the header of a column: bars for the rows left, an outline for all. The table says the rest. */
export function headHistogram(bins: Bins, background: Bars, bars: Bars): SVGElement {
  const layout = brushLayout(bins, background, WIDTH, HEIGHT);
  return svg`<svg class="head-histogram" width=${WIDTH} height=${HEIGHT} aria-hidden="true">
    <path class="brush-passing" d=${barsPath(layout, bars)} />
    <path class="brush-outline" d=${outlinePath(layout, background)} />
  </svg>`;
}
