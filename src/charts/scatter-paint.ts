/** Shades of the sequential scale for how full a place is, from the first that is seen on paper. */
const FULLNESS = {first: 2, steps: 7} as const;
const MARGIN = {left: 46, right: 14, top: 18, bottom: 34};
const BARE = {left: 10, right: 10, top: 10, bottom: 10};
/** Where lines are named: share of the height. */
const LABEL_HEIGHT = 0.93;
const ROUNDING = 1e-9;
/** From so many points on places are drawn, not points. */
export const MOST_POINTS = 20_000;
/** Pixels of a place. */
const PLACE = 3;

/** Points of a scatter plot and how they are drawn. */
export interface ScatterData {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** Place in the palette, 0 where the value is missing. */
  readonly shade: (point: number) => number;
  /** Colours by their names among the page's own; the first is that of missing. */
  readonly palette: readonly string[];
  /** True when the palette goes from least to greatest, false when each colour is a kind of its own. */
  readonly isOrdered: boolean;
  readonly isMarked: (point: number) => boolean;
  /** Points drawn as diamonds before all others; none unless told. */
  readonly isFront?: (point: number) => boolean;
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

/** Where values are drawn. */
export interface Scale {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly domain: readonly [number, number, number, number];
}

/** What is drawn on: a canvas of a size in CSS pixels, and the page's colours by name. */
export interface Paint {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  readonly color: (name: string) => string;
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

/** Round numbers of an axis, about six. */
export function axisTicks(low: number, high: number): number[] {
  const rough = (high - low) / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10) * power;
  const first = Math.ceil(low / step - ROUNDING);
  const count = Math.floor(high / step + ROUNDING) - first + 1;
  return Array.from({length: Math.max(0, count)}, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** The scale of a scatter plot in a figure of a size. */
export function scaleOf(data: ScatterData, width: number, height: number): Scale {
  const margin = data.xLabel === null ? BARE : MARGIN;
  const [left, right] = extent(data.x);
  const [low, high] = extent(data.y);
  return {
    x: (value) => margin.left + ((value - left) / (right - left)) * (width - margin.left - margin.right),
    y: (value) => height - margin.bottom - ((value - low) / (high - low)) * (height - margin.top - margin.bottom),
    domain: [left, right, low, high]
  };
}

/** Axes with their names; nothing where the axes mean nothing. */
export function drawFrame(
  {context, width, height, color}: Paint,
  {xLabel, yLabel}: ScatterData,
  {x, y, domain: [left, right, low, high]}: Scale
): void {
  context.strokeStyle = color("rule");
  context.fillStyle = color("ink-3");
  if (xLabel === null || yLabel === null) return;
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

/** The points, coloured by shade, those marked framed; of very many the places that they fill. */
export function drawPoints(paint: Paint, data: ScatterData, scale: Scale): void {
  if (data.x.length > MOST_POINTS) drawPlaces(paint, data, scale);
  else drawEach(paint, data, scale);
}

function drawEach(
  {context, color}: Paint,
  {x, y, shade, palette, isOrdered, isMarked, isFront}: ScatterData,
  scale: Scale
): void {
  const radius = x.length > 4000 ? 1.8 : 2.6;
  const side = radius * 2;
  const shades = Uint8Array.from({length: x.length}, (_, i) => shade(i));
  const [xs, ys] = [Float64Array.from(x, scale.x), Float64Array.from(y, scale.y)];
  for (const own of paintOrder(palette.length, isOrdered)) {
    context.fillStyle = color(palette[own] ?? "missing");
    context.globalAlpha = own === 0 || isOthers(own, palette.length, isOrdered) ? 0.4 : 0.85;
    for (let i = 0; i < xs.length; i++)
      if (shades[i] === own) context.fillRect((xs[i] ?? NaN) - radius, (ys[i] ?? NaN) - radius, side, side);
  }
  context.globalAlpha = 1;
  context.strokeStyle = color("cat-3");
  context.lineWidth = 1.2;
  for (let i = 0; i < xs.length; i++)
    if (isMarked(i))
      context.strokeRect((xs[i] ?? NaN) - radius - 1.5, (ys[i] ?? NaN) - radius - 1.5, side + 3, side + 3);
  if (isFront)
    for (let i = 0; i < xs.length; i++) if (isFront(i)) drawDiamond({context, color}, xs[i] ?? NaN, ys[i] ?? NaN);
}

/** The last kind stands for all that have no colour of their own. */
const isOthers = (code: number, count: number, isOrdered: boolean): boolean => !isOrdered && code === count - 1;

/** What is missing first, then all others, so that the kinds lie above. */
function paintOrder(count: number, isOrdered: boolean): number[] {
  const codes = Array.from({length: count}, (_, code) => code);
  return isOrdered ? codes : [0, count - 1, ...codes.slice(1, -1)];
}

const DIAMOND = 6;

function drawDiamond({context, color}: Pick<Paint, "context" | "color">, x: number, y: number): void {
  context.strokeStyle = color("ink");
  context.lineWidth = 1.6;
  context.beginPath();
  context.moveTo(x, y - DIAMOND);
  context.lineTo(x + DIAMOND, y);
  context.lineTo(x, y + DIAMOND);
  context.lineTo(x - DIAMOND, y);
  context.closePath();
  context.stroke();
}

/** Places in the middle shade of their points, or in the colour that most of them have, the fainter the fewer they are. */
function drawPlaces(paint: Paint, data: ScatterData, scale: Scale): void {
  const {context, width, height, color} = paint;
  const {palette} = data;
  const columns = Math.ceil(width / PLACE);
  const counted = countPlaces(data, scale, {columns, size: columns * Math.ceil(height / PLACE)});
  const {counts, marked} = counted;
  const most = Math.log1p(counts.reduce((a, b) => Math.max(a, b), 1));
  const isPlain = palette.length <= 2;
  counts.forEach((count, place) => {
    if (count === 0) return;
    const full = Math.log1p(count) / most;
    const name = isPlain
      ? `seq-${String(FULLNESS.first + Math.round(full * FULLNESS.steps))}`
      : (palette[codeOf(counted, place, data.isOrdered)] ?? "missing");
    context.fillStyle = color(marked[place] ? "cat-3" : name);
    context.globalAlpha = isPlain ? 1 : 0.25 + 0.75 * full;
    context.fillRect((place % columns) * PLACE, Math.floor(place / columns) * PLACE, PLACE, PLACE);
  });
  context.globalAlpha = 1;
}

/** What lies in each place: points, those whose value is known, the sum of their shades, and the shade of most of them. */
interface Places {
  readonly counts: Uint32Array;
  readonly known: Uint32Array;
  readonly sums: Uint32Array;
  readonly marked: Uint8Array;
  /** Shade that leads (Boyer-Moore), and by how much. */
  readonly leading: Uint8Array;
  readonly votes: Uint32Array;
}

function countPlaces(
  {x, y, shade, isMarked}: ScatterData,
  scale: Scale,
  {columns, size}: {readonly columns: number; readonly size: number}
): Places {
  const whole = (): Uint32Array => new Uint32Array(size);
  const places: Places = {
    ...{counts: whole(), known: whole(), sums: whole(), votes: whole()},
    ...{marked: new Uint8Array(size), leading: new Uint8Array(size)}
  };
  for (let i = 0; i < x.length; i++) {
    const place = Math.floor(scale.y(y[i] ?? NaN) / PLACE) * columns + Math.floor(scale.x(x[i] ?? NaN) / PLACE);
    if (place >= 0 && place < size) addPoint(places, place, shade(i), isMarked(i));
  }
  return places;
}

function addPoint(
  {counts, known, sums, marked, leading, votes}: Places,
  place: number,
  own: number,
  isMarked: boolean
): void {
  counts[place] = (counts[place] ?? 0) + 1;
  if (isMarked) marked[place] = 1;
  if (own === 0) return;
  sums[place] = (sums[place] ?? 0) + own;
  known[place] = (known[place] ?? 0) + 1;
  const votesOf = votes[place] ?? 0;
  if (votesOf === 0) leading[place] = own;
  votes[place] = votesOf === 0 || leading[place] === own ? votesOf + 1 : votesOf - 1;
}

function codeOf({known, sums, leading}: Places, place: number, isOrdered: boolean): number {
  const count = known[place] ?? 0;
  if (count === 0) return 0;
  return isOrdered ? Math.round((sums[place] ?? 0) / count) : (leading[place] ?? 0);
}

/** The lines behind the points, each with its name where it leaves the figure. */
export function drawLines(
  {context, width, height, color}: Paint,
  {lines = []}: ScatterData,
  {x, y, domain: [, , low, high]}: Scale
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
    const room = context.measureText(label).width + 8;
    const middle = Math.min(x(at[0]), width - MARGIN.right - room / 2);
    context.fillStyle = color("paper");
    context.fillRect(middle - room / 2, y(at[1]) - 8, room, 14);
    context.fillStyle = color("ink");
    context.fillText(label, middle - room / 2 + 4, y(at[1]) + 3);
  }
  context.restore();
}

/** The line that the reader draws. */
export function drawLasso({context, color}: Paint, line: readonly (readonly [number, number])[]): void {
  if (line.length < 2) return;
  context.strokeStyle = color("accent");
  context.lineWidth = 1.5;
  context.beginPath();
  line.forEach(([x, y], i) => {
    if (i === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  });
  context.closePath();
  context.stroke();
}
