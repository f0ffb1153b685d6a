import {svg} from "htl";
import type {ValueSummary} from "../base/value-summary.js";

const HEIGHT = 18;

/** A summary on a scale shared by its neighbours: line from least to greatest, bar between the quartiles, tick at the median. */
export function valueBox(
  {least, lowerQuartile, median, upperQuartile, greatest}: ValueSummary,
  [low, high]: readonly [number, number],
  width: number
): SVGElement {
  const x = (value: number): number => 2 + ((value - low) / (high - low || 1)) * (width - 4);
  const middle = HEIGHT / 2;
  const thin = Math.max(1, x(upperQuartile) - x(lowerQuartile));
  return svg<SVGElement>`<svg class="value-box" width=${width} height=${HEIGHT} viewBox=${`0 0 ${String(width)} ${String(HEIGHT)}`} aria-hidden="true">
    <line class="box-scale" x1="2" x2=${width - 2} y1=${HEIGHT - 1} y2=${HEIGHT - 1}></line>
    <line class="box-range" x1=${x(least)} x2=${x(greatest)} y1=${middle} y2=${middle}></line>
    <rect class="box-quartiles" x=${x(lowerQuartile)} y="4" width=${thin} height="10"></rect>
    <line class="box-median" x1=${x(median)} x2=${x(median)} y1="2" y2=${HEIGHT - 2}></line>
  </svg>`;
}
