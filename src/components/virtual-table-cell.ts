import {html} from "htl";
import type {TableColumn} from "./table-column.js";

let missing: HTMLElement | undefined;

function missingMark(): Node {
  missing ??= html<HTMLElement>`<span class="virtual-table-missing is-missing" title="missing"
    ><span class="visually-hidden">missing</span></span
  >`;
  return missing.cloneNode(true);
}

/** Text that ends in dots, or wraps, where its cell is too narrow. */
function textSpan(text: string): HTMLElement {
  const span = document.createElement("span");
  span.className = "virtual-table-text";
  span.textContent = text;
  return span;
}

/** One cell of a body row; empty while its row is not known yet, hatched when the row has no value. */
export function bodyCell<Row>(
  column: TableColumn<Row>,
  id: string,
  at: number,
  row: Row | undefined,
  index: number
): HTMLElement {
  const {align = "left"} = column;
  // By hand, not by template: scrolling makes thousands.
  const cell = document.createElement("div");
  cell.id = id;
  cell.setAttribute("role", "gridcell");
  cell.className = `virtual-table-td is-${align} ${column.kind ?? ""}`.trim();
  cell.setAttribute("aria-colindex", String(at + 1));
  if (row === undefined) return cell;
  const content = column.cell(row, index);
  cell.append(typeof content === "string" ? textSpan(content) : (content ?? missingMark()));
  if (column.title && content !== null) cell.title = column.title(row);
  return cell;
}

/** Keeps a cell of the first columns in place when the rest is scrolled sideways. */
export function freezeCell<Row>(
  cell: HTMLElement,
  columns: readonly TableColumn<Row>[],
  at: number,
  frozen = 1
): HTMLElement {
  if (at >= frozen) return cell;
  const left = columns.slice(0, at).reduce((sum, {width}) => sum + width, 0);
  cell.style.left = `${String(left)}px`;
  cell.classList.add("is-frozen");
  if (at === frozen - 1) cell.classList.add("is-last-frozen");
  return cell;
}
