import type {VirtualTableOptions} from "./virtual-table-options.js";

/** Where rows lie when some of them are opened in place, each by the same height. */
export interface OpenedRows {
  /** Pixels that all opened rows take together. */
  readonly total: number;
  /** Pixels by which a row is moved down. */
  shift(index: number): number;
  /** The scroll position at which the same row would be on top if none were opened. */
  closedTop(top: number): number;
  /** Puts what is opened between two rows into the body. */
  draw(body: HTMLElement, from: number, to: number, columns: number): void;
}

const OPENED_HEIGHT = 240;

/** The geometry of the opened rows of a table. */
export function openedRows<Row>({
  opened = new Map(),
  openedHeight: height = OPENED_HEIGHT,
  rowHeight = 28
}: Pick<VirtualTableOptions<Row>, "opened" | "openedHeight" | "rowHeight">): OpenedRows {
  const indices = [...opened.keys()].sort((a, b) => a - b);
  const shift = (index: number): number => height * indices.filter((other) => other < index).length;
  const place = (index: number, node: HTMLElement, columns: number): HTMLElement => {
    const row = document.createElement("div");
    row.className = "virtual-table-opened";
    row.setAttribute("role", "row");
    row.setAttribute("aria-rowindex", String(index + 2));
    row.style.transform = `translateY(${String((index + 1) * rowHeight + shift(index))}px)`;
    row.style.height = `${String(height)}px`;
    node.setAttribute("role", "gridcell");
    node.setAttribute("aria-colindex", "1");
    node.setAttribute("aria-colspan", String(columns));
    row.append(node);
    return row;
  };
  return {
    total: height * indices.length,
    shift,
    closedTop(top) {
      let left = top;
      for (const index of indices) {
        const start = (index + 1) * rowHeight;
        if (left <= start) break;
        left = Math.max(start, left - height);
      }
      return left;
    },
    draw(body, from, to, columns) {
      const drawn = [...body.querySelectorAll(":scope > .virtual-table-opened")];
      const wanted = [...opened].filter(([index]) => index >= from && index < to).map(([, node]) => node);
      if (drawn.length === wanted.length && wanted.every((node) => drawn.some((row) => row.firstChild === node)))
        return;
      for (const row of drawn) row.remove();
      for (const [index, node] of opened) if (index >= from && index < to) body.append(place(index, node, columns));
    }
  };
}
