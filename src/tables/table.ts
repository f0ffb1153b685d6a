/** DuckDB types used in published tables. BOOLEAN and VARCHAR are nullable like every other: missing is NULL. */
export type SqlType = "VARCHAR" | "DOUBLE" | "FLOAT" | "INTEGER" | "UTINYINT" | "BOOLEAN";

/** One column of a published table: what loaders write and pages read. */
export interface Column {
  readonly type: SqlType;
  /** True when a value may be missing (NULL); false is checked when the table is written. */
  readonly nullable: boolean;
  /** Unit as printed in a header, e.g. "Da", "Å²", "nM"; empty for counts, ratios, names. */
  readonly unit: string;
  /** Short name for a header, e.g. "TPSA". */
  readonly label: string;
  /** One sentence: what it is, its range, what missing means. */
  readonly about: string;
}

/** A published table: its name in the store, what one row is, and its columns in order. */
export interface Table<Columns extends Readonly<Record<string, Column>> = Readonly<Record<string, Column>>> {
  readonly name: string;
  /** One sentence: "One row per …". */
  readonly about: string;
  readonly columns: Columns;
}

type ValueOf<C extends Column> =
  | (C["type"] extends "VARCHAR" ? string : C["type"] extends "BOOLEAN" ? boolean : number)
  | (C["nullable"] extends true ? null : never);

/** The row type of a table: one property per column, `null` where the column is nullable. */
export type Row<T extends Table> = {readonly [Name in keyof T["columns"]]: ValueOf<T["columns"][Name]>};

/** Declares a table; keeps the literal types from which `Row` is derived. */
export function defineTable<const Columns extends Readonly<Record<string, Column>>>(
  name: string,
  about: string,
  columns: Columns
): Table<Columns> {
  return {name, about, columns};
}

type Extra = Readonly<Partial<Pick<Column, "unit">>>;
const unitOf = (extra: Extra): string => extra.unit ?? "";

/** A column that always has a value. */
export function required<const T extends SqlType>(type: T, label: string, about: string, extra: Extra = {}) {
  return {type, nullable: false, label, about, unit: unitOf(extra)} as const;
}

/** A column whose value may be missing. */
export function optional<const T extends SqlType>(type: T, label: string, about: string, extra: Extra = {}) {
  return {type, nullable: true, label, about, unit: unitOf(extra)} as const;
}
