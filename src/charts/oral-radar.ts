import {svg} from "htl";
import {formatNumber} from "../base/format-number.js";
import type {OralReading} from "../alerts/bioavailability-radar.js";

const SIZE = {width: 320, height: 250} as const;
const RIM = 92;
/** Rings of the two ends of a suited range, as shares of the rim: a place of 0 and of 1. */
const [INNER, OUTER] = [0.25, 0.75];
const LABEL_AT = RIM + 10;

const shareOf = (place: number): number => (Number.isNaN(place) ? INNER : INNER + place * (OUTER - INNER));

const VERDICTS: Readonly<Record<OralReading["verdict"], string>> = {
  inside: "in range",
  below: "below",
  above: "above",
  unknown: "unknown"
};

/** The words of a reading: "LIPO: Crippen logP 3.2, in range -0.7 to 5". */
export function oralWords({axis: {label, words, unit, low, high}, value, verdict}: OralReading): string {
  const shown = Number.isNaN(value) ? "missing" : `${formatNumber(value)} ${unit}`.trim();
  const range = `${formatNumber(low)} to ${formatNumber(high)}`;
  return `${label}: ${words} ${shown}, ${verdict === "inside" ? `in range ${range}` : `${VERDICTS[verdict]} ${range}`}`;
}

/** The bioavailability radar: a band of the suited ranges and the compound's line over it. Its words are its label. */
export function oralRadar(readings: readonly OralReading[]): SVGElement {
  const ring = (share: number): string =>
    readings.map((_, at) => pointAt(at, readings.length, RIM * share).join(",")).join(" ");
  const line = readings.map(({place}, at) => pointAt(at, readings.length, RIM * shareOf(place)).join(",")).join(" ");
  const band = `M${ring(OUTER).split(" ").join("L")}ZM${ring(INNER).split(" ").join("L")}Z`;
  return svg<SVGElement>`<svg
    class="radar oral-radar"
    role="img"
    aria-label=${`Bioavailability radar. ${readings.map(oralWords).join("; ")}`}
    width=${SIZE.width}
    height=${SIZE.height}
    viewBox="${-SIZE.width / 2} ${-SIZE.height / 2} ${SIZE.width} ${SIZE.height}"
  >
    <path class="oral-band" fill-rule="evenodd" d=${band} />
    <polygon class="radar-ring" points=${ring(INNER)} />
    <polygon class="radar-ring" points=${ring(OUTER)} />
    ${readings.map((_, at) => {
      const [x, y] = pointAt(at, readings.length, RIM);
      return svg`<line class="radar-ring" x2=${x} y2=${y} />`;
    })}
    <polygon class="radar-area" points=${line} />
    ${readings.map((reading, at) => axisMark(reading, at, readings.length))}
  </svg>`;
}

/** A dot where it is in range, a cross where it is not: a verdict never rests on colour. */
function axisMark({axis, value, place, verdict}: OralReading, at: number, n: number): SVGElement {
  const [x, y] = pointAt(at, n, RIM * shareOf(place));
  const [left, top] = pointAt(at, n, LABEL_AT);
  const anchor = Math.abs(left) < 1 ? "middle" : left > 0 ? "start" : "end";
  const mark =
    verdict === "inside"
      ? svg`<circle class="radar-dot" cx=${x} cy=${y} r="3" />`
      : svg`<path class="oral-cross" d=${`M${String(x - 4)},${String(y - 4)}l8,8m0,-8l-8,8`} />`;
  return svg<SVGElement>`<g>
    ${verdict === "unknown" ? "" : mark}
    <text x=${left} y=${top} dy="0.32em" text-anchor=${anchor}
      >${axis.label} <tspan class="radar-words">${Number.isNaN(value) ? "missing" : formatNumber(value)}</tspan></text
    >
  </g>`;
}

/** Place on an axis; the first points up, the others follow clockwise. */
function pointAt(place: number, n: number, distance: number): [number, number] {
  const angle = (2 * Math.PI * place) / n;
  return [Number((distance * Math.sin(angle)).toFixed(1)), Number((-distance * Math.cos(angle)).toFixed(1))];
}
