/** Points of a scatter plot and how they are drawn. */
export interface ScatterData {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** 1-9 of the sequential scale; 0 where the value is missing. */
  readonly shade: (point: number) => number;
  readonly isMarked: (point: number) => boolean;
  /** Names of the axes; null for a map whose axes mean nothing. */
  readonly xLabel: string | null;
  readonly yLabel: string | null;
  /** Lines behind the points, in the units of the axes. */
  readonly lines?: readonly {
    readonly label: string;
    readonly from: readonly [number, number];
    readonly to: readonly [number, number];
  }[];
  /** The figure in a sentence. */
  readonly words: string;
}

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

const MARGIN = {left: 46, right: 14, top: 12, bottom: 34};
const BARE = {left: 10, right: 10, top: 10, bottom: 10};
const PRESS = 5;
/** Where lines are named: share of the height. */
const LABEL_HEIGHT = 0.93;
const SHADES = 9;

interface Scale {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly domain: readonly [number, number, number, number];
}

function extent(values: ArrayLike<number>): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? NaN;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return [0, 1];
  const room = (high - low || 1) * 0.03;
  return [low - room, high + room];
}

const ROUNDING = 1e-9;

/** Round numbers of an axis, about six. */
export function axisTicks(low: number, high: number): number[] {
  const rough = (high - low) / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10) * power;
  const first = Math.ceil(low / step - ROUNDING);
  const count = Math.floor(high / step + ROUNDING) - first + 1;
  return Array.from({length: Math.max(0, count)}, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** True when a place lies inside a closed line (even-odd rule). */
export function isInside([x, y]: readonly [number, number], line: readonly (readonly [number, number])[]): boolean {
  let inside = false;
  line.forEach(([x1, y1], i) => {
    const [x2, y2] = line.at(i - 1) ?? [x1, y1];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  });
  return inside;
}

class CanvasScatter implements Scatter {
  readonly node = document.createElement("div");
  readonly #canvas = document.createElement("canvas");
  readonly #events: Events;
  readonly #resizing = new ResizeObserver(() => {
    this.#draw();
  });
  readonly #theming = new MutationObserver(() => {
    this.#draw();
  });
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
      this.#draw();
    });
    this.#canvas.addEventListener("pointerup", () => {
      this.#finish();
    });
  }

  show(data: ScatterData): void {
    this.#data = data;
    this.#canvas.setAttribute("aria-label", data.words);
    this.#draw();
  }

  dispose(): void {
    this.#resizing.disconnect();
    this.#theming.disconnect();
  }

  #places(): [number, number, number][] {
    const [data, scale] = [this.#data, this.#scale];
    if (!data || !scale) return [];
    return Array.from({length: data.x.length}, (_, i): [number, number, number] => [
      scale.x(data.x[i] ?? NaN),
      scale.y(data.y[i] ?? NaN),
      i
    ]).filter(([x, y]) => !Number.isNaN(x) && !Number.isNaN(y));
  }

  #finish(): void {
    const line = this.#lasso;
    this.#lasso = [];
    const [start] = line;
    if (!start) return;
    const far = line.some(([x, y]) => Math.hypot(x - start[0], y - start[1]) > PRESS);
    const places = this.#places();
    if (far) this.#events.onLasso(places.filter(([x, y]) => isInside([x, y], line)).map(([, , i]) => i));
    else {
      const near = places.map(([x, y, i]) => [Math.hypot(x - start[0], y - start[1]), i] as const);
      const [distance, point] = near.reduce((best, one) => (one[0] < best[0] ? one : best), [Infinity, -1]);
      if (distance < 2 * PRESS) this.#events.onPoint(point);
    }
    this.#draw();
  }

  #draw(): void {
    const data = this.#data;
    const {clientWidth: width, clientHeight: height} = this.node;
    const context = this.#canvas.getContext("2d");
    if (!data || !context || width === 0 || height === 0) return;
    const ratio = devicePixelRatio;
    this.#canvas.width = width * ratio;
    this.#canvas.height = height * ratio;
    this.#canvas.style.width = `${String(width)}px`;
    this.#canvas.style.height = `${String(height)}px`;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.#scale = scaleOf(data, width, height);
    const style = getComputedStyle(this.node);
    const color = (name: string): string => style.getPropertyValue(`--${name}`).trim();
    context.font = `11px ${style.fontFamily}`;
    drawFrame(context, data, this.#scale, {width, height}, color);
    this.#drawPoints(context, color);
    if (data.xLabel !== null) drawLines(context, data, this.#scale, {width, height}, color);
    drawLasso(context, this.#lasso, color("accent"));
  }

  #drawPoints(context: CanvasRenderingContext2D, color: (name: string) => string): void {
    const data = this.#data;
    if (!data) return;
    const places = this.#places();
    const radius = places.length > 20_000 ? 1.2 : places.length > 4000 ? 1.8 : 2.6;
    const side = radius * 2;
    const groups = Array.from({length: SHADES + 1}, (): [number, number, number][] => []);
    for (const place of places) groups[data.shade(place[2])]?.push(place);
    groups.forEach((group, shade) => {
      context.fillStyle = color(shade === 0 ? "missing" : `seq-${String(Math.max(2, shade))}`);
      context.globalAlpha = shade === 0 ? 0.5 : places.length > 20_000 ? 0.5 : 0.85;
      for (const [x, y] of group) context.fillRect(x - radius, y - radius, side, side);
    });
    context.globalAlpha = 1;
    context.strokeStyle = color("cat-3");
    context.lineWidth = 1.2;
    for (const [x, y, i] of places)
      if (data.isMarked(i)) context.strokeRect(x - radius - 1.5, y - radius - 1.5, side + 3, side + 3);
  }
}

function scaleOf(data: ScatterData, width: number, height: number): Scale {
  const margin = data.xLabel === null ? BARE : MARGIN;
  const [left, right] = extent(data.x);
  const [low, high] = extent(data.y);
  return {
    x: (value) => margin.left + ((value - left) / (right - left)) * (width - margin.left - margin.right),
    y: (value) => height - margin.bottom - ((value - low) / (high - low)) * (height - margin.top - margin.bottom),
    domain: [left, right, low, high]
  };
}

function drawFrame(
  context: CanvasRenderingContext2D,
  {xLabel, yLabel}: ScatterData,
  {x, y, domain: [left, right, low, high]}: Scale,
  {width, height}: {readonly width: number; readonly height: number},
  color: (name: string) => string
): void {
  context.strokeStyle = color("rule");
  context.fillStyle = color("ink-3");
  if (xLabel !== null && yLabel !== null) {
    context.textAlign = "center";
    for (const tick of axisTicks(left, right)) context.fillText(String(tick), x(tick), height - 20);
    context.fillText(`${xLabel} →`, width / 2, height - 6);
    context.textAlign = "right";
    for (const tick of axisTicks(low, high)) {
      context.fillText(String(tick), MARGIN.left - 6, y(tick) + 4);
      context.beginPath();
      context.moveTo(MARGIN.left, y(tick));
      context.lineTo(width - MARGIN.right, y(tick));
      context.stroke();
    }
    context.textAlign = "left";
    context.fillText(`↑ ${yLabel}`, 4, 11);
  }
}

function drawLines(
  context: CanvasRenderingContext2D,
  {lines = []}: ScatterData,
  {x, y, domain: [, , low, high]}: Scale,
  {width, height}: {readonly width: number; readonly height: number},
  color: (name: string) => string
): void {
  context.save();
  context.textAlign = "left";
  context.beginPath();
  context.rect(MARGIN.left, MARGIN.top, width - MARGIN.left - MARGIN.right, height - MARGIN.top - MARGIN.bottom);
  context.clip();
  context.strokeStyle = color("ink-2");
  context.lineWidth = 1;
  context.setLineDash([5, 4]);
  for (const {from, to, label} of lines) {
    context.beginPath();
    context.moveTo(x(from[0]), y(from[1]));
    context.lineTo(x(to[0]), y(to[1]));
    context.stroke();
    // Where the line leaves the figure at its top, else at its end.
    const share = Math.min(1, (low + (high - low) * LABEL_HEIGHT - from[1]) / (to[1] - from[1] || 1));
    const at = [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])] as const;
    context.fillStyle = color("paper");
    context.fillRect(x(at[0]) - 20, y(at[1]) - 8, 40, 14);
    context.fillStyle = color("ink");
    context.fillText(label, x(at[0]) - 16, y(at[1]) + 3);
  }
  context.restore();
}

function drawLasso(
  context: CanvasRenderingContext2D,
  line: readonly (readonly [number, number])[],
  color: string
): void {
  if (line.length < 2) return;
  context.strokeStyle = color;
  context.lineWidth = 1.5;
  context.beginPath();
  line.forEach(([x, y], i) => {
    if (i === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  });
  context.closePath();
  context.stroke();
}

/** Opens an empty scatter plot, which fills its node. */
export const scatter = (events: Events): Scatter => new CanvasScatter(events);
