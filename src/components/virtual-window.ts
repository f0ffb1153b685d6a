/** What a scroller shows of a tall list of rows of one height. */
export interface VirtualWindow {
  /** First row to draw, and the row after the last one, overscan included. */
  readonly from: number;
  readonly to: number;
  /** Where row 0 would lie, in pixels from the top of the body; negative once scrolled far in a long list. */
  readonly origin: number;
}

/** The inputs of `virtualWindow`, in pixels but for the number of rows. */
export interface Scroll {
  readonly top: number;
  /** Height of the part that rows are seen in. */
  readonly viewport: number;
  readonly rowHeight: number;
  readonly rowCount: number;
}

/** Browsers lose count above some 17 million pixels (Firefox) to 33 million (Chromium). */
const TALLEST_BODY = 15_000_000;
const OVERSCAN = 4;

/** Height of the scrolled body: the rows' own, at most what browsers can lay out. */
export function bodyHeight({rowHeight, rowCount}: Pick<Scroll, "rowHeight" | "rowCount">): number {
  return Math.min(rowHeight * rowCount, TALLEST_BODY);
}

/** How many row pixels one scrolled pixel stands for; 1 unless the rows are taller than a browser can lay out. */
function scaleOf({viewport, rowHeight, rowCount}: Scroll): number {
  const full = rowHeight * rowCount - viewport;
  const scrollable = bodyHeight({rowHeight, rowCount}) - viewport;
  return scrollable > 0 && full > scrollable ? full / scrollable : 1;
}

/** The rows to draw for a scroll position; none for an empty list. */
export function virtualWindow(scroll: Scroll): VirtualWindow {
  const {top, viewport, rowHeight, rowCount} = scroll;
  const rowTop = Math.max(0, top) * scaleOf(scroll);
  const from = Math.max(0, Math.floor(rowTop / rowHeight) - OVERSCAN);
  const to = Math.min(rowCount, Math.ceil((rowTop + viewport) / rowHeight) + OVERSCAN);
  return {from: Math.min(from, to), to, origin: Math.max(0, top) - rowTop};
}

/** The scroll position nearest to the present one at which a row is wholly seen. */
export function scrollToShow(row: number, scroll: Scroll): number {
  const {top, viewport, rowHeight} = scroll;
  const scale = scaleOf(scroll);
  const rowTop = top * scale;
  if (row * rowHeight < rowTop) return (row * rowHeight) / scale;
  if ((row + 1) * rowHeight > rowTop + viewport) return ((row + 1) * rowHeight - viewport) / scale;
  return top;
}

/** Columns of a table, from their widths, where it is scrolled to sideways. */
export interface SideScroll {
  /** px */
  readonly left: number;
  /** px; 0 when the table is not laid out yet */
  readonly viewport: number;
}

/** Columns `from` to `to`, exclusive. */
export interface ColumnSpan {
  readonly from: number;
  readonly to: number;
}

/** A table of up to so many columns has them all in the page. */
const FEW_COLUMNS = 40;
/** Columns so near to the view (px) are in the page too. */
const SIDE_MARGIN = 400;

/** The columns to have in the page beside the frozen ones; all of a table with few. */
export function columnWindow(widths: readonly number[], {left, viewport}: SideScroll): ColumnSpan {
  if (widths.length <= FEW_COLUMNS || viewport === 0) return {from: 0, to: widths.length};
  let end = 0;
  let from = widths.length;
  let to = 0;
  widths.forEach((width, at) => {
    const start = end;
    end += width;
    if (end < left - SIDE_MARGIN || start > left + viewport + SIDE_MARGIN) return;
    from = Math.min(from, at);
    to = at + 1;
  });
  return {from, to};
}
