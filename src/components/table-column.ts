/** A column of a virtual table: how it is headed, and what a row shows in it. */
export interface TableColumn<Row> {
  readonly key: string;
  readonly label: string;
  /** Printed after the label; empty for counts, ratios and names. */
  readonly unit?: string;
  /** One sentence: what it is; on the header, for pointer and screen reader. */
  readonly about?: string;
  /** Heading of the column in the chooser. */
  readonly group?: string;
  /** Pixels. */
  readonly width: number;
  /** Numbers are set to the right. */
  readonly align?: "left" | "right";
  readonly sortable?: boolean;
  /** False: only in the chooser, until it is chosen. */
  readonly visible?: boolean;
  /** Figure in the header, e.g. a tiny histogram. */
  readonly figure?: () => Node;
  /** What the cell shows; null is shown as missing. */
  cell(row: Row, index: number): Node | string | null;
  /** Class of its head and cells, e.g. "is-heat". */
  readonly kind?: string;
  /** True when a cell depends on its row alone, and on nothing that changes: it is kept when rows change places. */
  readonly isStable?: boolean;
  /** Full precision, source and date: on focus and hover. */
  title?(row: Row): string;
}

/** The order of a table: a column and a direction. */
export interface TableSort {
  readonly key: string;
  readonly descending: boolean;
}
