import {svg} from "htl";

/** One target of the figure: its rank, and how far it moves. */
export interface RankRange {
  readonly label: string;
  readonly rank: number;
  /** 80 % of draws of weights. */
  readonly low: number;
  readonly high: number;
  /** Best and worst rank with one source left out; the worst may be infinite: no score without it. */
  readonly best: number;
  readonly worst: number;
  readonly isMarked: boolean;
  readonly title: string;
}

const ROW = 20;
const LEFT = 92;
const RIGHT = 24;
const TOP = 22;
const WIDTH = 760;

/** Ranks with their ranges, a row each, on a logarithmic axis; each row is a button that tells its index. */
export function rankFirmness(ranges: readonly RankRange[], onChoose: (index: number) => void): SVGElement {
  const highest = Math.max(
    10,
    ...ranges.flatMap(({high, worst, rank}) => [high, rank, Number.isFinite(worst) ? worst : 1])
  );
  const x = (rank: number): number =>
    LEFT + (Math.log(Math.min(rank, highest)) / Math.log(highest)) * (WIDTH - LEFT - RIGHT);
  const ticks = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000].filter(
    (tick) => tick <= highest
  );
  const height = TOP + ranges.length * ROW + 4;
  const axis = ticks.map(
    (tick) => svg`<g class="firm-tick"><line x1=${x(tick)} x2=${x(tick)} y1=${TOP - 4} y2=${height}></line>
      <text x=${x(tick)} y=${TOP - 8} text-anchor="middle">${tick}</text></g>`
  );
  const rows = ranges.map((range, i) =>
    row(range, TOP + i * ROW + ROW / 2, x, () => {
      onChoose(i);
    })
  );
  return svg<SVGElement>`<svg class="rank-firmness" viewBox=${`0 0 ${String(WIDTH)} ${String(height)}`} role="group" aria-label="Ranks and how far they move">
    <g aria-hidden="true">${axis}<text class="firm-axis" x="0" y=${TOP - 8}>rank →</text></g>${rows}</svg>`;
}

function row(range: RankRange, y: number, x: (rank: number) => number, onChoose: () => void): SVGElement {
  const {label, rank, low, high, best, worst, isMarked, title} = range;
  const node = svg<SVGElement>`<g class=${isMarked ? "firm-row is-marked" : "firm-row"} role="button" tabindex="0" aria-label=${title}>
    <title>${title}</title>
    <rect class="firm-hit" x="0" y=${y - ROW / 2} width=${WIDTH} height=${ROW}></rect>
    <text x=${LEFT - 10} y=${y + 4} text-anchor="end">${label}</text>
    <line class="firm-out" x1=${x(best)} x2=${x(worst)} y1=${y} y2=${y}></line>
    ${Number.isFinite(worst) ? "" : svg`<path class="firm-lost" d=${`M${String(WIDTH - RIGHT + 4)} ${String(y - 4)}l6 4l-6 4`}></path>`}
    <line class="firm-drawn" x1=${x(low)} x2=${x(high) + 0.5} y1=${y} y2=${y}></line>
    <circle cx=${x(rank)} cy=${y} r="3.6"></circle></g>`;
  node.addEventListener("click", onChoose);
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onChoose();
  });
  return node;
}
