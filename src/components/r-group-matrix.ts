import {html} from "htl";
import {formatCount, formatNumber} from "../base/format-number.js";
import {partCounts, type GridCell} from "../series/r-group-grid.js";
import {cellValues, type Decomposed, type GridModel} from "./r-group-data.js";
import {structure} from "./structure.js";

const PART = {width: 84, height: 58, scale: 1} as const;
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

function filledCell(values: readonly number[], count: number, domain: readonly [number, number]): HTMLElement {
  const n = html`<small>n ${formatCount(count)}</small>`;
  if (values.length === 0) return html`<span class="grid-cell is-missing">${n}</span>`;
  const average = mean(values);
  const {color, isDark} = heat(average, domain);
  const cell = html<HTMLElement>`<span class=${`grid-cell${isDark ? " is-dark" : ""}`}
    >${average.toFixed(1)} ${n}</span
  >`;
  cell.style.background = color;
  return cell;
}

function predictedCell({predicted}: GridCell): HTMLElement | string {
  if (predicted === null) return "";
  const {value, interval, support} = predicted;
  const half = (interval[1] - interval[0]) / 2;
  const title = `Predicted by additivity: ${formatNumber(value)}, 80 % interval ${formatNumber(interval[0])} to ${formatNumber(interval[1])}, each part in ${formatCount(support)} or more measured compounds`;
  return html<HTMLElement>`<span class="grid-cell is-predicted" title=${title}
    >${value.toFixed(1)} <small>± ${half.toFixed(1)}</small></span
  >`;
}

/** Least and greatest mean among the cells that hold something. */
function domainOf(means: readonly number[]): readonly [number, number] {
  return means.length === 0 ? [0, 1] : [Math.min(...means), Math.max(...means)];
}

/** R-groups at two positions against each other; a press on a cell tells of it. */
export function rGroupMatrix(
  decomposed: Decomposed,
  {axes, grid, values}: GridModel,
  onCell: (cell: GridCell) => void
): HTMLElement {
  const [x, y] = axes;
  const counts = {x: partCounts(decomposed.table, x), y: partCounts(decomposed.table, y)};
  const all = grid.cells.map((row) => row.map((cell) => cellValues(cell, decomposed, values)));
  const domain = domainOf(
    all
      .flat()
      .filter((cell) => cell.length > 0)
      .map(mean)
  );
  const body = grid.cells.map((row, i) => {
    const part = grid.down[i] ?? "";
    return html<HTMLElement>`<tr>
      <th scope="row">${partDrawing(part)}<small>${formatCount(counts.y.get(part) ?? 0)}</small></th>
      ${row.map((cell, j) => cellNode(cell, all[i]?.[j] ?? [], domain, onCell))}
    </tr>`;
  });
  return html<HTMLElement>`<div class="r-matrix" tabindex="0" role="region" aria-label=${`${x} across, ${y} down`}>
    <table>
      <thead>
        <tr>
          <th scope="col"><span class="r-corner">${y} ↓&emsp;${x} →</span></th>
          ${grid.across.map((part) => html`<th scope="col">${partDrawing(part)}<small>${formatCount(counts.x.get(part) ?? 0)}</small></th>`)}
        </tr>
      </thead>
      <tbody>
        ${body}
      </tbody>
    </table>
  </div>`;
}

function cellNode(
  cell: GridCell,
  values: readonly number[],
  domain: readonly [number, number],
  onCell: (cell: GridCell) => void
): HTMLElement {
  const isEmpty = cell.rows.length === 0;
  if (isEmpty && cell.predicted === null) return html<HTMLElement>`<td></td>`;
  const button = html<HTMLButtonElement>`<button type="button">
    ${isEmpty ? predictedCell(cell) : filledCell(values, cell.rows.length, domain)}
  </button>`;
  button.onclick = () => {
    onCell(cell);
  };
  return html<HTMLElement>`<td>${button}</td>`;
}
