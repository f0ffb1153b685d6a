import {scaleLinear} from "d3";
import {html, svg} from "htl";
import {formatNumber} from "../base/format-number.js";

type Span = readonly [low: number, high: number];

/** A part of the plane with a name, drawn over the points. */
export interface ScatterRegion {
  readonly id: string;
  readonly label: string;
  /** Its rim, in the units of the axes. */
  readonly outline: readonly (readonly [x: number, y: number])[];
}

/** Two columns of a set to be plotted against each other. */
export interface ScatterData {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** Rows that pass; the others are drawn faintly behind them. */
  readonly rows: Uint32Array;
  readonly xSpan: Span;
  readonly ySpan: Span;
  readonly xLabel: string;
  readonly yLabel: string;
  /** Range brushed so far on each axis; null for none. */
  readonly xRange: Span | null;
  readonly yRange: Span | null;
  readonly regions?: readonly ScatterRegion[];
}

export interface BrushScatterOptions {
  /** A part of the plot was brushed. */
  readonly onBrush: (x: Span, y: Span) => void;
  /** A point was pressed. */
  readonly onPick: (row: number) => void;
}

export interface BrushScatter {
  readonly node: HTMLElement;
  update(data: ScatterData): void;
  /** The points alone on a canvas of their own, with so many pixels to one of the page; and the axes that go over them. */
  picture(ratio: number): {readonly points: HTMLCanvasElement; readonly axes: SVGSVGElement};
}

const MARGIN = {left: 52, right: 12, top: 10, bottom: 36} as const;
/** Above so many points a grid of densities is drawn in place of dots. */
const MOST_DOTS = 20_000;
const CELL = 3;
/** Pixels of a dot: larger where there are few. */
const DOTS: readonly (readonly [atMost: number, size: number])[] = [
  [200, 6],
  [2000, 4],
  [6000, 3]
];
const DOT = 2;
const CLICK = 4;
const REACH = 8;
const TICKS = 6;

/** A plot of one column against another: drag to filter by both, press a point to choose its row. */
class Scatter implements BrushScatter {
  readonly node: HTMLElement;
  readonly #options: BrushScatterOptions;
  readonly #canvas = document.createElement("canvas");
  readonly #overlay = svg<SVGElement>`<svg class="scatter-overlay"></svg>`;
  readonly #box = svg<SVGElement>`<rect class="brush-selection" visibility="hidden" />`;
  #data: ScatterData | null = null;
  #from: readonly [number, number] | null = null;

  constructor(options: BrushScatterOptions) {
    this.#options = options;
    this.#canvas.setAttribute("aria-hidden", "true");
    this.node = html<HTMLElement>`<div class="scatter" role="img">${this.#canvas}${this.#overlay}</div>`;
    this.#overlay.addEventListener("pointerdown", (event) => {
      this.#start(event);
    });
    this.#overlay.addEventListener("pointermove", (event) => {
      if (this.#from) this.#showBox(this.#from, placeOf(event));
    });
    this.#overlay.addEventListener("pointerup", (event) => {
      this.#end(event);
    });
    // A finger that began downwards scrolls the page: nothing was brushed.
    this.#overlay.addEventListener("pointercancel", () => {
      this.#from = null;
      this.#draw();
    });
    new ResizeObserver(() => {
      this.#draw();
    }).observe(this.node);
  }

  update(data: ScatterData): void {
    this.#data = data;
    this.node.setAttribute(
      "aria-label",
      `${data.yLabel} against ${data.xLabel}, ${String(data.rows.length)} compounds left`
    );
    this.#draw();
  }

  picture(ratio: number): {points: HTMLCanvasElement; axes: SVGSVGElement} {
    const points = document.createElement("canvas");
    this.#drawPoints(points, ratio);
    return {points, axes: this.#overlay as SVGSVGElement};
  }

  #scales() {
    const {xSpan = [0, 1], ySpan = [0, 1]} = this.#data ?? {};
    const {clientWidth: width, clientHeight: height} = this.node;
    const x = scaleLinear(xSpan, [MARGIN.left, Math.max(MARGIN.left + 1, width - MARGIN.right)]);
    const y = scaleLinear(ySpan, [Math.max(MARGIN.top + 1, height - MARGIN.bottom), MARGIN.top]);
    return {x, y, width, height};
  }

  #draw(): void {
    const data = this.#data;
    const {width, height} = this.#scales();
    if (!data || width === 0 || height === 0) return;
    this.#drawPoints(this.#canvas, devicePixelRatio);
    this.#drawAxes(data);
  }

  #drawPoints(canvas: HTMLCanvasElement, ratio: number): void {
    const {width, height} = this.#scales();
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    const context = canvas.getContext("2d");
    if (!context || !this.#data) return;
    context.scale(ratio, ratio);
    const style = getComputedStyle(this.node);
    this.#paint(context, null, style.getPropertyValue("--missing"), 0.5);
    this.#paint(context, this.#data.rows, style.getPropertyValue("--seq-7"), 1);
  }

  /** Draws some rows, or with null all. */
  #paint(context: CanvasRenderingContext2D, rows: Uint32Array | null, colour: string, strength: number): void {
    const data = this.#data;
    if (!data) return;
    const {x, y, width, height} = this.#scales();
    const count = rows?.length ?? data.xs.length;
    const place = (at: number): readonly [number, number] => {
      const row = rows ? (rows[at] ?? 0) : at;
      return [x(data.xs[row] ?? NaN), y(data.ys[row] ?? NaN)];
    };
    context.fillStyle = colour;
    if (count <= MOST_DOTS) {
      context.globalAlpha = 0.6 * strength;
      const dot = DOTS.find(([most]) => count <= most)?.[1] ?? DOT;
      for (let at = 0; at < count; at++) {
        const [left, top] = place(at);
        if (isInside(left, top, width, height)) context.fillRect(left - dot / 2, top - dot / 2, dot, dot);
      }
      return;
    }
    const columns = Math.ceil(width / CELL);
    const cells = new Uint32Array(columns * Math.ceil(height / CELL));
    for (let at = 0; at < count; at++) {
      const [left, top] = place(at);
      if (!isInside(left, top, width, height)) continue;
      const cell = Math.floor(top / CELL) * columns + Math.floor(left / CELL);
      cells[cell] = (cells[cell] ?? 0) + 1;
    }
    const most = Math.log1p(cells.reduce((high, cell) => Math.max(high, cell), 1));
    cells.forEach((cell, at) => {
      if (cell === 0) return;
      context.globalAlpha = strength * (0.15 + (0.85 * Math.log1p(cell)) / most);
      context.fillRect((at % columns) * CELL, Math.floor(at / columns) * CELL, CELL, CELL);
    });
  }

  #drawAxes({xLabel, yLabel, xRange, yRange, regions = []}: ScatterData): void {
    const {x, y, width, height} = this.#scales();
    const bottom = height - MARGIN.bottom;
    this.#overlay.setAttribute("viewBox", `0 0 ${String(width)} ${String(height)}`);
    const along = x.ticks(TICKS).map((tick) => svg`<text x=${x(tick)} y=${bottom + 14} text-anchor="middle">${formatNumber(tick)}</text>`); // prettier-ignore
    const up = y.ticks(TICKS).map((tick) => svg`<text x=${MARGIN.left - 6} y=${y(tick) + 4} text-anchor="end">${formatNumber(tick)}</text>`); // prettier-ignore
    this.#overlay.replaceChildren(
      ...regions.map((region) => regionNode(region, x, y)),
      svg`<path class="brush-axis" d=${`M${String(MARGIN.left)},${String(MARGIN.top)}V${String(bottom)}H${String(width - MARGIN.right)}`} fill="none" />`,
      ...along,
      ...up,
      svg`<text class="scatter-label" x=${width - MARGIN.right} y=${height - 6} text-anchor="end">${xLabel} →</text>`,
      svg`<text class="scatter-label" x=${MARGIN.left + 6} y=${MARGIN.top + 10}>↑ ${yLabel}</text>`,
      this.#box
    );
    if (xRange && yRange) this.#showBox([x(xRange[0]), y(yRange[1])], [x(xRange[1]), y(yRange[0])]);
    else this.#box.setAttribute("visibility", "hidden");
  }

  #showBox([x0, y0]: readonly [number, number], [x1, y1]: readonly [number, number]): void {
    this.#box.setAttribute("visibility", "visible");
    this.#box.setAttribute("x", String(Math.min(x0, x1)));
    this.#box.setAttribute("y", String(Math.min(y0, y1)));
    this.#box.setAttribute("width", String(Math.abs(x1 - x0)));
    this.#box.setAttribute("height", String(Math.abs(y1 - y0)));
  }

  #start(event: PointerEvent): void {
    event.preventDefault();
    this.#overlay.setPointerCapture(event.pointerId);
    this.#from = placeOf(event);
  }

  #end(event: PointerEvent): void {
    const from = this.#from;
    this.#from = null;
    if (!from) return;
    const to = placeOf(event);
    if (Math.hypot(to[0] - from[0], to[1] - from[1]) < CLICK) {
      this.#pick(to);
      this.#draw();
      return;
    }
    const {x, y} = this.#scales();
    const span = (a: number, b: number): Span => (a < b ? [a, b] : [b, a]);
    this.#options.onBrush(span(x.invert(from[0]), x.invert(to[0])), span(y.invert(from[1]), y.invert(to[1])));
  }

  #pick([left, top]: readonly [number, number]): void {
    const data = this.#data;
    if (!data) return;
    const {x, y} = this.#scales();
    let best = -1;
    let reach = REACH;
    for (const row of data.rows) {
      const distance = Math.hypot(x(data.xs[row] ?? NaN) - left, y(data.ys[row] ?? NaN) - top);
      if (distance < reach) [best, reach] = [row, distance];
    }
    if (best >= 0) this.#options.onPick(best);
  }
}

type Scale = (value: number) => number;

function regionNode({id, label, outline}: ScatterRegion, x: Scale, y: Scale): SVGElement {
  const points = outline.map(([left, up]) => [x(left), y(up)] as const);
  const path = `M${points.map(([left, top]) => `${left.toFixed(1)},${top.toFixed(1)}`).join("L")}Z`;
  const [left, top] = points.reduce((best, point) => (point[0] > best[0] ? point : best), [-Infinity, 0] as const);
  return svg<SVGElement>`<g class=${`scatter-region is-${id}`}>
    <path d=${path} />
    <text x=${left + 4} y=${top + 4}>${label}</text>
  </g>`;
}

const placeOf = ({offsetX, offsetY}: PointerEvent): readonly [number, number] => [offsetX, offsetY];

const isInside = (left: number, top: number, width: number, height: number): boolean =>
  left >= MARGIN.left && left <= width - MARGIN.right && top >= MARGIN.top && top <= height - MARGIN.bottom;

/** A plot of one column against another to filter by. */
export const brushScatter = (options: BrushScatterOptions): BrushScatter => new Scatter(options);
