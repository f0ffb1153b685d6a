import type {GetRows} from "./row-cache.js";
import type {TableColumn, TableSort} from "./table-column.js";

/** What a virtual table is made of. */
export interface VirtualTableOptions<Row> {
  /** Name of the table for screen readers. */
  readonly label: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rowCount: number;
  /** Rows `from` to `to` (exclusive) in the present order; at once or later. */
  readonly getRows: GetRows<Row>;
  /** Tells rows apart when they are selected; the row's number when absent. */
  readonly rowKey?: (row: Row) => string;
  /** Pixels: 28 dense, 96 with structures. */
  readonly rowHeight?: number;
  /** How many of the first columns stay when the rest is scrolled sideways. */
  readonly frozen?: number;
  /** A row that stays on top: a reference. */
  readonly pinned?: Row | null;
  readonly sort?: TableSort | null;
  readonly onSort?: (sort: TableSort | null) => void;
  /** The reader has moved to a row, by pointer or key. */
  readonly onFocus?: (row: Row, index: number) => void;
  /** The reader has opened a row: Enter or double click. */
  readonly onOpen?: (row: Row, index: number) => void;
  /** Rows can be selected when this is given; it is told every change. */
  readonly onSelect?: (selected: ReadonlySet<string>) => void;
  readonly selected?: ReadonlySet<string>;
  /** What is shown under rows that are opened in place, by the number of the row. */
  readonly opened?: ReadonlyMap<number, HTMLElement>;
  /** Pixels: height of what is shown under an opened row. */
  readonly openedHeight?: number;
  /** Shown instead of rows when there are none: say which filter did it. */
  readonly empty?: () => Node | string;
}

/** A table in the page. */
export interface VirtualTable<Row> {
  readonly node: HTMLElement;
  /** Changes some options and draws again; rows known stay until their fresh values are there. */
  update(change: Partial<VirtualTableOptions<Row>>): void;
  /** Draws the rows in view again from what is known, e.g. after a picture has come. */
  redraw(): void;
  /** Moves to a row and shows it. */
  focusRow(index: number): void;
}
