import {html} from "htl";
import {formatCount, formatNumber} from "../base/format-number.js";
import {legendOf} from "../charts/colour-legend.js";
import type {AdditivePrediction} from "../series/free-wilson.js";
import {partCounts, type GridCell} from "../series/r-group-grid.js";
import {cellValues, type Decomposed, type GridModel} from "./r-group-data.js";
import {structure} from "./structure.js";

const PART = {width: 84, height: 58, scale: 1.3} as const;
const STEPS = 9;
/** From this step on a cell is dark and its words are light. */
const DARK = 6;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The drawing of a part; a hydrogen is a letter. */
export function partDrawing(part: string, size: {width: number; height: number; scale?: number} = PART): HTMLElement {
  if (/^\[H\]\[\*:\d+\]$/.test(part) || part === "")
    return html`<span class="part-hydrogen">${part === "" ? "–" : "H"}</span>`;
  return structure(part.replace(/\[\*:\d+\]/g, "*"), size);
}

function heat(
  value: number,
  [low, high]: readonly [number, number]
): {readonly color: string; readonly isDark: boolean} {
  const share = high > low ? (value - low) / (high - low) : 0.5;
  const step = 1 + Math.round(Math.max(0, Math.min(1, share)) * (STEPS - 1));
  return {color: `var(--seq-${String(step)})`, isDark: step >= DARK};
}

/** An element by hand: a matrix has hundreds of cells. */
function element(tag: "span" | "small" | "td", className: string, ...content: readonly (Node | string)[]): HTMLElement {
  const node = document.createElement(tag);
  node.className = className;
  node.append(...content);
  return node;
}

function filledCell(values: readonly number[], count: number, domain: readonly [number, number]): HTMLElement {
  const n = element("small", "", `n ${formatCount(count)}`);
  if (values.length === 0) return element("span", "grid-cell is-missing", n);
  const average = mean(values);
  const {color, isDark} = heat(average, domain);
  const cell = element("span", `grid-cell${isDark ? " is-dark" : ""}`, average.toFixed(1), n);
  cell.style.background = color;
  return cell;
}

function predictedCell({value, interval, support}: AdditivePrediction): HTMLElement {
  const half = (interval[1] - interval[0]) / 2;
  const cell = element(
    "span",
    "grid-cell is-predicted",
    value.toFixed(1),
    element("small", "", `± ${half.toFixed(1)}, n ≥ ${formatCount(support)}`)
  );
  cell.title = `Predicted by additivity: ${formatNumber(value)}, 80 % interval ${formatNumber(interval[0])} to ${formatNumber(interval[1])}, each part in ${formatCount(support)} or more measured compounds`;
  return cell;
}

/** Least and greatest mean among the cells that hold something. */
function domainOf(means: readonly number[]): readonly [number, number] {
  return means.length === 0 ? [0, 1] : [Math.min(...means), Math.max(...means)];
}

/** What the colours and outlines of a matrix say. */
function matrixLegend(label: string, [low, high]: readonly [number, number]): HTMLElement {
  const ends = [low, (low + high) / 2, high].map((value) => value.toFixed(1));
  const scale = Array.from({length: STEPS}, (_, i) => `seq-${String(i + 1)}`);
  const outline = html`<span class="legend-part"
    ><i class="is-outline"></i> not made: additivity expects, ± half of its 80 % interval, n of its rarest part</span
  >`;
  const bare = html`<span class="legend-part">empty: too little support to say</span>`;
  const missing = html`<span class="legend-part"><i class="is-missing"></i> made, no exact value</span>`;
  return legendOf(`Mean of ${label}`, {scale, ends}, outline, bare, missing);
}

/**
 * R-groups at two positions against each other, with a legend above; a press on a cell tells of it.
 *
 * @param pause awaited after each line, so that the page can answer meanwhile
 */
export async function rGroupMatrix(
  decomposed: Decomposed,
  {axes, grid, values}: GridModel,
  {
    label,
    onCell,
    pause
  }: {
    readonly label: string;
    readonly onCell: (cell: GridCell) => void;
    readonly pause: () => Promise<void>;
  }
): Promise<HTMLElement> {
  const [x, y] = axes;
  const counts = {x: partCounts(decomposed.table, x), y: partCounts(decomposed.table, y)};
  const all = grid.cells.map((row) => row.map((cell) => cellValues(cell, decomposed, values)));
  const means = all.flat().filter((cell) => cell.length > 0);
  const domain = domainOf(means.map(mean));
  const body = html<HTMLElement>`<tbody></tbody>`;
  const node = html<HTMLElement>`<div
    class="r-matrix"
    tabindex="0"
    role="region"
    aria-label=${`${x} across, ${y} down`}
  >
    ${matrixLegend(label, domain)}
    <table>
      <thead>
        <tr>
          <th scope="col"><span class="r-corner">${y} ↓&emsp;${x} →</span></th>
          ${grid.across.map((part) => html`<th scope="col">${partDrawing(part)}<small>${formatCount(counts.x.get(part) ?? 0)}</small></th>`)}
        </tr>
      </thead>
      ${body}
    </table>
  </div>`;
  for (const [i, row] of grid.cells.entries()) {
    const part = grid.down[i] ?? "";
    const line = html<HTMLElement>`<tr>
      <th scope="row">${partDrawing(part)}<small>${formatCount(counts.y.get(part) ?? 0)}</small></th>
    </tr>`;
    line.append(...row.map((cell, j) => cellNode(cell, all[i]?.[j] ?? [], domain, onCell)));
    body.append(line);
    await pause();
  }
  return node;
}

function cellNode(
  cell: GridCell,
  values: readonly number[],
  domain: readonly [number, number],
  onCell: (cell: GridCell) => void
): HTMLElement {
  const isEmpty = cell.rows.length === 0;
  if (isEmpty && cell.predicted === null) return element("td", "");
  const button = document.createElement("button");
  button.type = "button";
  button.append(
    isEmpty && cell.predicted ? predictedCell(cell.predicted) : filledCell(values, cell.rows.length, domain)
  );
  button.onclick = () => {
    onCell(cell);
  };
  return element("td", "", button);
}
