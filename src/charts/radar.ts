import {svg} from "htl";

/** One axis of a radar. */
export interface RadarAxis {
  readonly label: string;
  /** Share from the centre (0) to the rim (1). */
  readonly share: number;
  /** The value for a reader who does not see the figure. */
  readonly words: string;
}

const SIZE = {width: 460, height: 270} as const;
const RADIUS = 96;
const LABEL_AT = RADIUS + 12;
const RINGS = [0.25, 0.5, 0.75, 1];

/**
 * A radar: a closed line over axes from centre to rim, with rings at quarters and a stronger one at the half.
 * Needs three axes or more; its words are its label.
 */
export function radar(axes: readonly RadarAxis[], label: string): SVGElement {
  const words = axes.map((axis) => `${axis.label} ${axis.words}`).join("; ");
  const outline = (share: (axis: RadarAxis) => number): string =>
    axes.map((axis, place) => pointAt(place, axes.length, RADIUS * share(axis)).join(",")).join(" ");
  return svg<SVGElement>`<svg
    class="radar"
    role="img"
    aria-label=${`${label}: ${words}`}
    width=${SIZE.width}
    height=${SIZE.height}
    viewBox="${-SIZE.width / 2} ${-SIZE.height / 2} ${SIZE.width} ${SIZE.height}"
  >
    ${RINGS.map((ring) => svg`<polygon class=${ring === 0.5 ? "radar-middle" : "radar-ring"} points=${outline(() => ring)} />`)}
    ${axes.map((_, place) => {
      const [x, y] = pointAt(place, axes.length, RADIUS);
      return svg`<line class="radar-ring" x2=${x} y2=${y} />`;
    })}
    <polygon class="radar-area" points=${outline(({share}) => share)} />
    ${axes.map((axis, place) => radarLabel(axis, place, axes.length))}
  </svg>`;
}

function radarLabel({label, words, share}: RadarAxis, place: number, n: number): SVGElement {
  const [x, y] = pointAt(place, n, LABEL_AT);
  const [dotX, dotY] = pointAt(place, n, RADIUS * share);
  const anchor = Math.abs(x) < 1 ? "middle" : x > 0 ? "start" : "end";
  return svg<SVGElement>`<g>
    <circle class="radar-dot" cx=${dotX} cy=${dotY} r="3" />
    <text x=${x} y=${y} dy="0.32em" text-anchor=${anchor}>${label} <tspan class="radar-words">${words}</tspan></text>
  </g>`;
}

/** Place on an axis; the first points up, the others follow clockwise. */
function pointAt(place: number, n: number, distance: number): [number, number] {
  const angle = (2 * Math.PI * place) / n;
  return [Number((distance * Math.sin(angle)).toFixed(1)), Number((-distance * Math.cos(angle)).toFixed(1))];
}
