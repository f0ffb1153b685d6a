import {html} from "htl";
import type {TableColumn, TableSort} from "./table-column.js";

/** The next order when a header is pressed: descending, ascending, none. */
export function nextSort(key: string, sort: TableSort | null): TableSort | null {
  if (sort?.key !== key) return {key, descending: true};
  return sort.descending ? {key, descending: false} : null;
}

const directionOf = (key: string, sort: TableSort | null): "ascending" | "descending" | "none" =>
  sort?.key !== key ? "none" : sort.descending ? "descending" : "ascending";

const ARROWS = {ascending: "↑", descending: "↓", none: ""} as const;

function headLabel<Row>({label, unit, key}: TableColumn<Row>, sort: TableSort | null): Node {
  const arrow = ARROWS[directionOf(key, sort)];
  return html`<span class="virtual-table-label"
    >${label}${unit ? html`<span class="virtual-table-unit"> ${unit}</span>` : ""}${
      arrow === "" ? "" : html`<span class="virtual-table-arrow" aria-hidden="true"> ${arrow}</span>`
    }</span
  >`;
}

/** The header of one column: name, unit, order, and its figure. */
export function headCell<Row>(
  column: TableColumn<Row>,
  sort: TableSort | null,
  onSort: ((sort: TableSort | null) => void) | undefined
): HTMLElement {
  const {key, about, align = "left", figure, sortable = true} = column;
  const cell = html`<div
    role="columnheader"
    data-key=${key}
    class=${`virtual-table-th is-${align} ${column.kind ?? ""}`.trim()}
  ></div>`;
  if (about !== undefined) cell.title = about;
  const label = headLabel(column, sort);
  if (onSort && sortable) {
    cell.setAttribute("aria-sort", directionOf(key, sort));
    const button = html<HTMLButtonElement>`<button type="button" tabindex="-1">${label}</button>`;
    button.addEventListener("click", () => {
      onSort(nextSort(key, sort));
    });
    cell.append(button);
  } else {
    cell.append(label);
  }
  if (figure) cell.append(html`<div class="virtual-table-figure">${figure()}</div>`);
  return cell;
}
