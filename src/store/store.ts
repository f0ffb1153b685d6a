import type {Table} from "../tables/table.js";

/** A question to the store: SQL with `?` placeholders and their values, and the type of one answer row. */
export interface Query<Answer> {
  readonly sql: string;
  readonly parameters: readonly (string | number | boolean | null)[];
  /** Never present: carries the type of an answer row. */
  readonly answer?: Answer;
}

/** Numeric columns of an answer as typed arrays, one per column, NaN where the value is NULL. */
export type NumericColumns = Readonly<Record<string, Float64Array>>;

/**
 * The published tables, and those the user dropped, behind one small interface. In the page it is DuckDB-WASM over
 * range requests (`browser-store.ts`), in loaders, command line and tests native DuckDB: same SQL, same answers.
 */
export interface Store {
  /** All rows of the answer, as plain objects; NULL is null, integers are numbers. @throws when the SQL is wrong. */
  rows<Answer>(query: Query<Answer>): Promise<Answer[]>;
  /** Numeric columns of the answer, without making objects. @throws when a column is not numeric. */
  columns(query: Query<unknown>): Promise<NumericColumns>;
  /** Makes or replaces a table from rows; columns and types come from the given table contract. */
  insert(table: Table, rows: readonly object[]): Promise<void>;
  /** Frees the engine. The store cannot be used afterwards. */
  close(): Promise<void>;
}
