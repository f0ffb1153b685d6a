import type {Bars, Bins, Range} from "../kernels/column-bins.js";

/** Where the parts of a brushable histogram lie, in pixels. Missing, under and over have bars of their own. */
export interface BrushLayout {
  readonly width: number;
  /** Height of the highest bar. */
  readonly height: number;
  /** Ends of the scale: x of the first and of the last edge. */
  readonly left: number;
  readonly right: number;
  readonly barCount: number;
  readonly hasMissing: boolean;
  readonly hasUnder: boolean;
  readonly hasOver: boolean;
}

const SIDE_BAR = 5;
const SIDE_GAP = 3;
const MISSING_BAR = 8;

/** The layout for a column; side bars are kept free only where all rows of the set have something in them. */
export function brushLayout(bins: Bins, background: Bars, width: number, height: number): BrushLayout {
  const hasMissing = background.missing > 0;
  const hasUnder = background.under > 0;
  const hasOver = background.over > 0;
  const left = (hasMissing ? MISSING_BAR + SIDE_GAP : 0) + (hasUnder ? SIDE_BAR + SIDE_GAP : 0);
  const right = width - (hasOver ? SIDE_BAR + SIDE_GAP : 0);
  return {width, height, left, right, barCount: bins.edges.length - 1, hasMissing, hasUnder, hasOver};
}

/** x of an edge, which may lie between two. */
export const xOfEdge = ({left, right, barCount}: BrushLayout, edge: number): number =>
  left + ((right - left) * edge) / barCount;

/** The edge nearest to x. */
export function edgeAt({left, right, barCount}: BrushLayout, x: number): number {
  const edge = Math.round(((x - left) / (right - left)) * barCount);
  return Math.max(0, Math.min(barCount, edge));
}

/** The range between two edges; open where it reaches the end of the scale, null where it is open on both sides. */
export function rangeOfEdges({edges, isUnit}: Bins, from: number, to: number, keepMissing: boolean): Range | null {
  const last = edges.length - 1;
  const min = from <= 0 ? null : (edges[from] ?? null);
  const max = to >= last ? null : (edges[isUnit ? to - 1 : to] ?? null);
  return min === null && max === null ? null : {min, max, keepMissing};
}

/** Where the limits of a range lie on the scale, in edges, cut to the scale. */
export function edgesOfRange(bins: Bins, range: Range | null): readonly [number, number] {
  const last = bins.edges.length - 1;
  const {min = null, max = null} = range ?? {};
  return [min === null ? 0 : edgeOf(bins, min), max === null ? last : edgeOf(bins, max + (bins.isUnit ? 1 : 0))];
}

function edgeOf({edges}: Bins, value: number): number {
  const last = edges.length - 1;
  const first = edges[0] ?? 0;
  const span = (edges[last] ?? 1) - first;
  return Math.max(0, Math.min(last, ((value - first) / span) * last));
}

/** All bars as one SVG path, the highest as high as the layout; a bar with anything in it is at least a pixel high. */
export function barsPath(layout: BrushLayout, bars: Bars): string {
  const highest = highestBar(bars);
  const {left, right, height} = layout;
  const scale = highest === 0 ? 0 : height / highest;
  const gap = xOfEdge(layout, 1) - left > 4 ? 1 : 0;
  const bar = (x: number, width: number, count: number): string => {
    if (count === 0) return "";
    const high = Math.max(1, count * scale);
    return `M${px(x)},${px(height)}v${px(-high)}h${px(width)}v${px(high)}z`;
  };
  const path = Array.from(bars.counts, (count, k) => {
    const x = xOfEdge(layout, k);
    return bar(x, xOfEdge(layout, k + 1) - x - gap, count);
  });
  if (layout.hasUnder) path.push(bar(left - SIDE_GAP - SIDE_BAR, SIDE_BAR, bars.under));
  if (layout.hasOver) path.push(bar(right + SIDE_GAP, SIDE_BAR, bars.over));
  return path.join("");
}

/** The outline of all bars, as one SVG path. */
export function outlinePath(layout: BrushLayout, bars: Bars): string {
  const highest = highestBar(bars);
  if (highest === 0) return "";
  const y = (count: number): string => px(layout.height * (1 - count / highest));
  const steps = Array.from(bars.counts, (count, k) => `V${y(count)}H${px(xOfEdge(layout, k + 1))}`);
  return `M${px(layout.left)},${px(layout.height)}${steps.join("")}V${px(layout.height)}`;
}

/** The bar of the missing values, as a path; on the scale of the others, cut at the top. */
export function missingPath({height}: BrushLayout, bars: Bars): string {
  if (bars.missing === 0) return "";
  const high = Math.min(height, Math.max(1, (bars.missing / Math.max(1, highestBar(bars))) * height));
  return `M0,${px(height)}v${px(-high)}h${px(MISSING_BAR)}v${px(high)}z`;
}

const highestBar = ({counts, under, over}: Bars): number =>
  counts.reduce((highest, count) => Math.max(highest, count), Math.max(under, over));

const px = (value: number): string => String(Math.round(value * 100) / 100);
