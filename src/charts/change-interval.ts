import {svg} from "htl";

const HEIGHT = 18;

/** A mean change with its interval on a scale around zero that neighbours share. */
export function changeInterval(
  mean: number,
  interval: readonly [number, number] | null,
  most: number,
  width: number
): SVGElement {
  const x = (value: number): number =>
    width / 2 + (Math.max(-most, Math.min(most, value)) / (most || 1)) * (width / 2 - 4);
  const [low, high] = interval ?? [mean, mean];
  const middle = HEIGHT / 2;
  return svg<SVGElement>`<svg class="change-interval" width=${width} height=${HEIGHT} viewBox=${`0 0 ${String(width)} ${String(HEIGHT)}`} aria-hidden="true">
    <line class="change-zero" x1=${width / 2} x2=${width / 2} y1="0" y2=${HEIGHT}></line>
    <line class="change-range" x1=${x(low)} x2=${x(high)} y1=${middle} y2=${middle}></line>
    <circle class="change-mean" cx=${x(mean)} cy=${middle} r="3.2"></circle>
  </svg>`;
}
