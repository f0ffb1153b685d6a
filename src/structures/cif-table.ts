/** One category of a CIF file as columns; row numbers begin at 0. */
export interface CifTable {
  readonly rowCount: number;
  /** Text of a cell; empty when the file has no such column or says "." or "?". */
  readonly text: (column: string, row: number) => string;
  /** Number of a cell; NaN when it has none. */
  readonly number: (column: string, row: number) => number;
  /** The cells of a column as the file has them, text or number, for tables of many rows; "" where there is none. */
  readonly cells: (column: string) => (row: number) => string | number;
}

/** Categories that are read; the rest of a file is passed over. */
export const CIF_CATEGORIES: ReadonlySet<string> = new Set([
  "_atom_site",
  "_struct_conf",
  "_struct_sheet_range",
  "_chem_comp_bond"
]);
export type CifTables = ReadonlyMap<string, CifTable>;
