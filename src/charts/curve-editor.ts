import {svg} from "htl";
import type {DesirabilityCurve} from "../scoring/desirability.js";

type Corner = readonly [x: number, desirability: number];

/** A desirability curve that can be drawn. */
export interface CurveEditorOptions {
  readonly label: string;
  readonly curve: DesirabilityCurve;
  /** Range of values shown. */
  readonly from: number;
  readonly to: number;
  readonly onChange: (curve: DesirabilityCurve) => void;
}

const WIDTH = 232;
const HEIGHT = 76;
const PAD = 10;
const STEP = 0.05;

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
const round = (value: number): number => Math.round(value * 100) / 100;

/** The curve with one corner elsewhere: between its neighbours, and between 0 and 1. */
export function moveCorner(
  {points}: DesirabilityCurve,
  at: number,
  [x, d]: Corner,
  from: number,
  to: number
): DesirabilityCurve {
  const low = points[at - 1]?.[0] ?? from;
  const high = points[at + 1]?.[0] ?? to;
  const moved: Corner = [round(clamp(x, low, high)), round(clamp(d, 0, 1))];
  return {points: points.map((corner, i) => (i === at ? moved : corner))};
}

/** The curve with a corner more, in the middle of its widest span. */
export function addCorner({points}: DesirabilityCurve): DesirabilityCurve {
  const spans = points.slice(1).map(([x], i) => x - (points[i]?.[0] ?? x));
  const at = spans.indexOf(Math.max(...spans));
  const [a, b] = [points[at], points[at + 1]];
  if (!a || !b || b[0] === a[0]) return {points};
  const middle: Corner = [round((a[0] + b[0]) / 2), round((a[1] + b[1]) / 2)];
  return {points: [...points.slice(0, at + 1), middle, ...points.slice(at + 1)]};
}

/** A curve being drawn. */
class CurveDrawing {
  readonly node: SVGElement;
  readonly #options: CurveEditorOptions;
  readonly #line: SVGElement;
  readonly #handles: readonly SVGElement[];
  #curve: DesirabilityCurve;

  constructor(options: CurveEditorOptions) {
    const {label, from, to} = options;
    this.#options = options;
    this.#curve = options.curve;
    this.#line = svg<SVGElement>`<path class="curve-line" />`;
    this.#handles = options.curve.points.map((_, at) => this.#handle(at));
    this.node = svg<SVGElement>`<svg class="curve-editor" viewBox=${`0 0 ${String(WIDTH)} ${String(HEIGHT)}`} role="group" aria-label=${`Desirability of ${label}`}>
      <line class="curve-axis" x1=${PAD} x2=${WIDTH - PAD} y1=${this.#y(0)} y2=${this.#y(0)} />
      <text x=${PAD} y=${HEIGHT}>${from}</text><text x=${WIDTH - PAD} y=${HEIGHT} text-anchor="end">${to}</text>
      ${this.#line}${this.#handles}</svg>`;
    this.#show();
  }

  #x(value: number): number {
    const {from, to} = this.#options;
    return PAD + ((value - from) / (to - from)) * (WIDTH - 2 * PAD);
  }

  #y(d: number): number {
    return HEIGHT - PAD - d * (HEIGHT - 2 * PAD);
  }

  #show(): void {
    const {from, to} = this.#options;
    const {points} = this.#curve;
    const all = [[from, points[0]?.[1] ?? 0], ...points, [to, points.at(-1)?.[1] ?? 0]] as const;
    this.#line.setAttribute("d", `M${all.map(([x, d]) => `${String(this.#x(x))},${String(this.#y(d))}`).join("L")}`);
    for (const [at, [value, d]] of points.entries()) {
      const handle = this.#handles[at];
      handle?.setAttribute("cx", String(this.#x(value)));
      handle?.setAttribute("cy", String(this.#y(d)));
      handle?.setAttribute("aria-valuenow", String(d));
      handle?.setAttribute("aria-valuetext", `${String(value)} is worth ${String(d)}`);
    }
  }

  #move(at: number, corner: Corner, isFinal: boolean): void {
    const {from, to, onChange} = this.#options;
    this.#curve = moveCorner(this.#curve, at, corner, from, to);
    this.#show();
    if (isFinal) onChange(this.#curve);
  }

  #handle(at: number): SVGElement {
    const dot = svg<SVGElement>`<circle class="curve-corner" r="5" tabindex="0" role="slider" aria-valuemin="0" aria-valuemax="1"
      aria-label=${`Corner ${String(at + 1)} of ${this.#options.label}`} />`;
    dot.addEventListener("keydown", (event) => {
      this.#onKey(event, at);
    });
    dot.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      dot.focus();
      dot.setPointerCapture(event.pointerId);
    });
    for (const type of ["pointermove", "pointerup"] as const)
      dot.addEventListener(type, (event) => {
        if (dot.hasPointerCapture(event.pointerId)) this.#move(at, this.#cornerAt(event), type === "pointerup");
      });
    return dot;
  }

  #onKey(event: KeyboardEvent, at: number): void {
    const {from, to, onChange} = this.#options;
    const {points} = this.#curve;
    const [x, d] = points[at] ?? [from, 0];
    const span = (to - from) * STEP;
    const moves: Readonly<Record<string, Corner>> = {
      ...{ArrowUp: [x, d + STEP], ArrowDown: [x, d - STEP]},
      ...{ArrowLeft: [x - span, d], ArrowRight: [x + span, d]}
    };
    const corner = moves[event.key];
    if (corner) {
      event.preventDefault();
      this.#move(at, corner, true);
    } else if (event.key === "Delete" && points.length > 2) onChange({points: points.filter((_, i) => i !== at)});
  }

  #cornerAt({clientX, clientY}: PointerEvent): Corner {
    const {from, to} = this.#options;
    const box = this.node.getBoundingClientRect();
    const px = ((clientX - box.left) / box.width) * WIDTH;
    const py = ((clientY - box.top) / box.height) * HEIGHT;
    return [from + ((px - PAD) / (WIDTH - 2 * PAD)) * (to - from), (HEIGHT - PAD - py) / (HEIGHT - 2 * PAD)];
  }
}

/** A small plot of the curve whose corners are dragged, or moved by the arrow keys; Delete takes one away. */
export const curveEditor = (options: CurveEditorOptions): SVGElement => new CurveDrawing(options).node;
