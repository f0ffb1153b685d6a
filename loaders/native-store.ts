import {DuckDBInstance, type DuckDBAppender, type DuckDBConnection, type JS} from "@duckdb/node-api";
import type {NumericColumns, Query, Store} from "../src/store/store.js";
import {createTableSql} from "../src/store/table-sql.js";
import type {Column, SqlType, Table} from "../src/tables/table.js";

/** A store on native DuckDB, for loaders, command line and tests. */
export interface NativeStore extends Store {
  /** Runs one statement that has no answer, e.g. ATTACH or COPY. */
  run(sql: string): Promise<void>;
}

/**
 * Opens a store.
 *
 * @param file a database file, opened read-only; without it an empty database in memory
 * @throws with the file's path when it is missing, corrupt or of an unknown version
 */
export async function openNativeStore(file?: string): Promise<NativeStore> {
  const options = {autoinstall_known_extensions: "false", autoload_known_extensions: "false"};
  const access = file === undefined ? {} : {access_mode: "READ_ONLY"};
  const instance = await DuckDBInstance.create(file ?? ":memory:", {...options, ...access}).catch((cause: unknown) => {
    throw new Error(`cannot open the database ${file ?? "in memory"}: run \`npm run build\` to write it again`, {
      cause
    });
  });
  const connection = await instance.connect();
  return {
    rows: (query) => readRows(connection, query),
    columns: (query) => readColumns(connection, query),
    insert: (table, rows) => insertRows(connection, table, rows),
    run: async (sql) => void (await connection.run(sql)),
    close: () => {
      connection.closeSync();
      instance.closeSync();
      return Promise.resolve();
    }
  };
}

async function readRows<Answer>(connection: DuckDBConnection, {sql, parameters}: Query<Answer>): Promise<Answer[]> {
  const reader = await connection.runAndReadAll(sql, [...parameters]);
  return reader.getRowObjectsJS().map(plainRow) as Answer[];
}

async function readColumns(connection: DuckDBConnection, {sql, parameters}: Query<unknown>): Promise<NumericColumns> {
  const reader = await connection.runAndReadAll(sql, [...parameters]);
  const columns = Object.entries(reader.getColumnsObjectJS());
  return Object.fromEntries(columns.map(([name, values]) => [name, Float64Array.from(values, toNumber(name))]));
}

async function insertRows(connection: DuckDBConnection, table: Table, rows: readonly object[]): Promise<void> {
  await connection.run(createTableSql(table));
  const appender = await connection.createAppender(table.name);
  const columns = Object.entries(table.columns);
  for (const [i, row] of rows.entries()) {
    const values = row as Readonly<Record<string, unknown>>;
    for (const [name, column] of columns)
      appendValue(appender, column, values[name], `${table.name}.${name} of row ${String(i + 1)}`);
    appender.endRow();
  }
  appender.closeSync();
}

const APPEND: Readonly<Record<SqlType, (appender: DuckDBAppender, value: unknown) => boolean>> = {
  VARCHAR: (appender, value) => typeof value === "string" && (appender.appendVarchar(value), true),
  BOOLEAN: (appender, value) => typeof value === "boolean" && (appender.appendBoolean(value), true),
  DOUBLE: (appender, value) => isFinite(value) && (appender.appendDouble(value), true),
  FLOAT: (appender, value) => isFinite(value) && (appender.appendFloat(value), true),
  INTEGER: (appender, value) => isInteger(value) && (appender.appendInteger(value), true),
  UTINYINT: (appender, value) => isInteger(value) && value >= 0 && value < 256 && (appender.appendUTinyInt(value), true)
};

function appendValue(appender: DuckDBAppender, {type, nullable}: Column, value: unknown, place: string): void {
  if (value === null && nullable) appender.appendNull();
  else if (!APPEND[type](appender, value)) throw new TypeError(`invalid ${place}: ${String(value)} is no ${type}`);
}

const isFinite = (value: unknown): value is number => Number.isFinite(value);
const isInteger = (value: unknown): value is number => Number.isInteger(value);

function plainRow(row: Record<string, JS>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plainValue(value)]));
}

function plainValue(value: JS): unknown {
  if (typeof value === "bigint") return Number(value);
  return Array.isArray(value) ? value.map(plainValue) : value;
}

function toNumber(name: string): (value: JS) => number {
  return (value) => {
    if (value === null) return NaN;
    if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") return Number(value);
    throw new TypeError(`invalid column ${name}: ${JSON.stringify(value)} is not a number`);
  };
}
