import {
  drawFrame,
  drawLasso,
  drawLines,
  drawPoints,
  type Paint,
  type Scale,
  type ScatterData,
  scaleOf
} from "./scatter-paint.js";

/** A scatter plot on a canvas: many points at once, a line drawn around some picks them. */
export interface Scatter {
  readonly node: HTMLElement;
  show(data: ScatterData): void;
  dispose(): void;
}

interface Events {
  /** Points inside the line that the reader drew; empty for none. */
  readonly onLasso: (points: number[]) => void;
  /** The point that was pressed. */
  readonly onPoint: (point: number) => void;
}

const PRESS = 5;

type Place = readonly [number, number];

/** A closed line by its coordinates, for many questions. */
interface ClosedLine {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
}

const closedLine = (line: readonly Place[]): ClosedLine => ({
  xs: Float64Array.from(line, ([x]) => x),
  ys: Float64Array.from(line, ([, y]) => y)
});

function holds({xs, ys}: ClosedLine, x: number, y: number): boolean {
  let inside = false;
  let before = xs.length - 1;
  for (let i = 0; i < xs.length; before = i++) {
    const x1 = xs[i] ?? NaN;
    const y1 = ys[i] ?? NaN;
    const x2 = xs[before] ?? NaN;
    const y2 = ys[before] ?? NaN;
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

/** True when a place lies inside a closed line (even-odd rule). */
export const isInside = ([x, y]: Place, line: readonly Place[]): boolean => holds(closedLine(line), x, y);

/** The points inside a closed line; those outside its frame are not looked at closely. */
export function pointsInside(count: number, placeOf: (point: number) => Place, line: readonly Place[]): number[] {
  const closed = closedLine(line);
  const [left, right] = [Math.min(...closed.xs), Math.max(...closed.xs)];
  const [top, bottom] = [Math.min(...closed.ys), Math.max(...closed.ys)];
  const inside: number[] = [];
  for (let point = 0; point < count; point++) {
    const [x, y] = placeOf(point);
    if (x >= left && x <= right && y >= top && y <= bottom && holds(closed, x, y)) inside.push(point);
  }
  return inside;
}

class CanvasScatter implements Scatter {
  readonly node = document.createElement("div");
  readonly #canvas = document.createElement("canvas");
  /** Everything but the line being drawn, so that drawing it costs a copy. */
  readonly #layer = document.createElement("canvas");
  readonly #events: Events;
  readonly #resizing = new ResizeObserver(() => {
    this.#schedule();
  });
  readonly #theming = new MutationObserver(() => {
    this.#schedule();
  });
  #frame = 0;
  #data: ScatterData | null = null;
  #scale: Scale | null = null;
  #lasso: (readonly [number, number])[] = [];

  constructor(events: Events) {
    this.#events = events;
    this.node.className = "scatter";
    this.#canvas.setAttribute("role", "img");
    this.node.append(this.#canvas);
    this.#resizing.observe(this.node);
    this.#theming.observe(document.documentElement, {attributes: true});
    this.#canvas.addEventListener("pointerdown", (event) => {
      this.#canvas.setPointerCapture(event.pointerId);
      this.#lasso = [[event.offsetX, event.offsetY]];
    });
    this.#canvas.addEventListener("pointermove", (event) => {
      if (this.#lasso.length === 0) return;
      this.#lasso.push([event.offsetX, event.offsetY]);
      this.#copyLayer();
    });
    this.#canvas.addEventListener("pointerup", () => {
      this.#finish();
    });
    // A finger that began downwards scrolls the page: nothing was drawn.
    this.#canvas.addEventListener("pointercancel", () => {
      this.#lasso = [];
      this.#copyLayer();
    });
  }

  show(data: ScatterData): void {
    this.#data = data;
    this.#canvas.setAttribute("aria-label", data.words);
    this.#schedule();
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    this.#resizing.disconnect();
    this.#theming.disconnect();
  }

  #finish(): void {
    const [line, data, scale] = [this.#lasso, this.#data, this.#scale];
    this.#lasso = [];
    const [start] = line;
    if (!start || !data || !scale) return;
    const far = line.some(([x, y]) => Math.hypot(x - start[0], y - start[1]) > PRESS);
    const placeOf = (i: number): readonly [number, number] => [scale.x(data.x[i] ?? NaN), scale.y(data.y[i] ?? NaN)];
    this.#copyLayer();
    if (far) this.#lassoed(() => pointsInside(data.x.length, placeOf, line));
    else {
      const best = nearest(data.x.length, placeOf, start);
      if (best >= 0) this.#events.onPoint(best);
    }
  }

  /** Finds the points and tells of them, a task each: among very many both take their time. */
  #lassoed(find: () => number[]): void {
    setTimeout(() => {
      const points = find();
      setTimeout(() => {
        this.#events.onLasso(points);
      });
    });
  }

  /** Draws in the next frame, once. */
  #schedule(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      this.#draw();
    });
  }

  #draw(): void {
    const data = this.#data;
    const paint = this.#paintOn(this.#layer);
    if (!data || !paint) return;
    const scale = (this.#scale = scaleOf(data, paint.width, paint.height));
    drawFrame(paint, data, scale);
    drawPoints(paint, data, scale);
    if (data.xLabel !== null) drawLines(paint, data, scale);
    this.#copyLayer();
  }

  #copyLayer(): void {
    const paint = this.#paintOn(this.#canvas);
    if (!paint || this.#layer.width === 0) return;
    paint.context.drawImage(this.#layer, 0, 0, paint.width, paint.height);
    drawLasso(paint, this.#lasso);
  }

  /** An empty canvas of the node's size; null while it has none. */
  #paintOn(canvas: HTMLCanvasElement): Paint | null {
    const {clientWidth: width, clientHeight: height} = this.node;
    const context = canvas.getContext("2d");
    if (!context || width === 0 || height === 0) return null;
    canvas.width = width * devicePixelRatio;
    canvas.height = height * devicePixelRatio;
    canvas.style.width = `${String(width)}px`;
    canvas.style.height = `${String(height)}px`;
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    const style = getComputedStyle(this.node);
    context.font = `11px ${style.fontFamily}`;
    const colors = new Map<string, string>();
    const color = (name: string): string => {
      const known = colors.get(name) ?? style.getPropertyValue(`--${name}`).trim();
      colors.set(name, known);
      return known;
    };
    return {context, width, height, color};
  }
}

/** The point nearest to a place; -1 when none is near. */
function nearest(
  count: number,
  placeOf: (point: number) => readonly [number, number],
  [x, y]: readonly [number, number]
): number {
  let [best, distance] = [-1, 2 * PRESS];
  for (let point = 0; point < count; point++) {
    const [ownX, ownY] = placeOf(point);
    const own = Math.hypot(ownX - x, ownY - y);
    if (own < distance) [best, distance] = [point, own];
  }
  return best;
}

/** Opens an empty scatter plot, which fills its node. */
export const scatter = (events: Events): Scatter => new CanvasScatter(events);
