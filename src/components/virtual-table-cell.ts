import {html} from "htl";
import type {TableColumn} from "./table-column.js";

const missingMark = (): Node =>
  html`<span class="virtual-table-missing is-missing" title="missing"
    ><span class="visually-hidden">missing</span></span
  >`;

/** One cell of a body row; empty while its row is not known yet, hatched when the row has no value. */
export function bodyCell<Row>(
  column: TableColumn<Row>,
  id: string,
  at: number,
  row: Row | undefined,
  index: number
): HTMLElement {
  const {align = "left"} = column;
  const cell = html`<div
    id=${id}
    role="gridcell"
    class=${`virtual-table-td is-${align} ${column.kind ?? ""}`.trim()}
  ></div>`;
  cell.setAttribute("aria-colindex", String(at + 1));
  if (row === undefined) return cell;
  const content = column.cell(row, index);
  cell.append(content ?? missingMark());
  if (column.title && content !== null) cell.title = column.title(row);
  return cell;
}
