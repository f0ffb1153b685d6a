import {svg} from "htl";

/** One measured value on the strip. */
export interface PotencyPoint {
  readonly symbol: string;
  /** -log10 of the molar value. */
  readonly value: number;
  /** "=" for an exact value; ">" and "<" of the concentration are drawn as arrows. */
  readonly relation: string;
  readonly title: string;
}

const WIDTH = 640;
const ROW = 34;
const LEFT = 64;
const RIGHT = 16;
const BOTTOM = 30;
const LOWEST = 4;
const HIGHEST = 11;

/**
 * All measured values of one compound, a strip per target: dots for exact values, arrows for values that are only a
 * bound (a concentration ">" points to lower potency). Null when there is no value.
 */
export function potencyStrip(points: readonly PotencyPoint[]): SVGElement | null {
  if (points.length === 0) return null;
  const symbols = [...new Set(points.map(({symbol}) => symbol))];
  const low = Math.min(LOWEST, ...points.map(({value}) => Math.floor(value)));
  const high = Math.max(HIGHEST, ...points.map(({value}) => Math.ceil(value)));
  const x = (value: number): number => LEFT + ((value - low) / (high - low)) * (WIDTH - LEFT - RIGHT);
  const height = symbols.length * ROW + BOTTOM;
  const ticks = Array.from({length: high - low + 1}, (_, i) => low + i);
  return svg<SVGElement>`<svg class="potency-strip" viewBox=${`0 0 ${String(WIDTH)} ${String(height)}`} role="img" aria-label=${words(points, symbols)}>
    ${ticks.map((tick) => svg`<g><line class="grid" x1=${x(tick)} x2=${x(tick)} y1="4" y2=${height - BOTTOM}></line><text x=${x(tick)} y=${height - 14} text-anchor="middle">${tick}</text></g>`)}
    <text class="axis" x=${WIDTH - RIGHT} y=${height - 2} text-anchor="end">pIC50 (−log10 M) →</text>
    ${symbols.map((symbol, row) =>
      strip(
        symbol,
        row,
        points.filter((point) => point.symbol === symbol),
        x
      )
    )}
  </svg>`;
}

function strip(symbol: string, row: number, points: readonly PotencyPoint[], x: (value: number) => number): Node {
  const middle = row * ROW + ROW / 2;
  return svg`<g>
    <text class="strip-label" x="0" y=${middle + 4}>${symbol}</text>
    <text class="strip-n" x=${LEFT - 8} y=${middle + 4} text-anchor="end">n ${points.length}</text>
    ${points.map((point, i) => mark(point, x(point.value), middle + (((i * 7) % 13) - 6) * 1.4))}
  </g>`;
}

function mark({relation, title}: PotencyPoint, x: number, y: number): Node {
  if (relation === "=" || relation === "~")
    return svg`<circle cx=${x} cy=${y} r="3.2"><title>${title}</title></circle>`;
  const tip = relation.startsWith(">") ? -7 : 7;
  return svg`<path class="bound" d=${`M${String(x)} ${String(y - 3)}v6M${String(x)} ${String(y)}h${String(tip)}m${String(-tip / 2.5)} -3l${String(tip / 2.5)} 3l${String(-tip / 2.5)} 3`}><title>${title}</title></path>`;
}

function words(points: readonly PotencyPoint[], symbols: readonly string[]): string {
  const parts = symbols.map(
    (symbol) => `${symbol}: ${String(points.filter((point) => point.symbol === symbol).length)} values`
  );
  return `Measured potency by target. ${parts.join("; ")}. The table below lists every value.`;
}
