import {AsyncDuckDB, DuckDBDataProtocol, VoidLogger, type AsyncDuckDBConnection} from "@duckdb/duckdb-wasm";
import type {Table as ArrowTable, Vector} from "apache-arrow";
import type {Table} from "../tables/table.js";
import {ENGINE_FAILED} from "../workers/duckdb-protocol.js";
import {arrowBatches} from "./arrow-batches.js";
import {StoreError} from "./store-error.js";
import type {NumericColumns, Query, Store} from "./store.js";
import {createTableSql, quoteText} from "./table-sql.js";

/** Addresses, on this site, of what the browser's store needs. */
export interface StoreAddresses {
  /** The database file, read in ranges. */
  readonly database: string;
  /** DuckDB's wasm engine. */
  readonly wasm: string;
  /** DuckDB's own worker script. */
  readonly script: string;
}

const DATABASE_NAME = "fumehood.duckdb";
/** An answer of more rows is taken over a column at a time, so that the page can answer meanwhile. */
const LONG_ANSWER = 2000;

const breathe = (): Promise<void> => new Promise((done) => setTimeout(done));

/**
 * Settings of every connection: no extension is ever looked for elsewhere; new tables are made in memory, the
 * published ones are found behind them.
 */
const SETTINGS: readonly string[] = [
  "SET autoinstall_known_extensions = false",
  "SET autoload_known_extensions = false",
  `ATTACH ${quoteText(DATABASE_NAME)} AS project (READ_ONLY)`,
  "SET search_path = 'memory.main,project.main'"
];

/**
 * Opens the published database in the page: DuckDB-WASM in a worker, reading only the ranges that a question needs.
 *
 * @throws StoreError when there is no WebAssembly, the engine does not start, or the database is missing or damaged
 */
export async function openBrowserStore(addresses: StoreAddresses): Promise<Store> {
  if (typeof WebAssembly === "undefined") throw new StoreError("no-webassembly", "WebAssembly is not defined");
  const database = await startEngine(addresses);
  try {
    const connection = await attach(database, addresses.database);
    return {
      rows: (query) => readRows(connection, query),
      columns: (query) => readColumns(connection, query),
      insert: (table, rows) => insertRows(connection, table, rows),
      close: async () => {
        await connection.close();
        await database.terminate();
      }
    };
  } catch (error) {
    await database.terminate();
    throw error;
  }
}

async function startEngine({wasm, script}: StoreAddresses): Promise<AsyncDuckDB> {
  const worker = new Worker(import.meta.resolve("../workers/duckdb-worker.js"), {type: "module"});
  try {
    await loadScript(worker, script);
    const failed = engineFailure(worker);
    const database = new AsyncDuckDB(new VoidLogger(), worker);
    await Promise.race([database.instantiate(wasm), failed]);
    await database.open({
      filesystem: {allowFullHTTPReads: true, forceFullHTTPReads: false},
      query: {castBigIntToDouble: true, castDecimalToDouble: true}
    });
    return database;
  } catch (cause) {
    worker.terminate();
    throw new StoreError("no-engine", cause);
  }
}

/** Rejects when the worker says that its engine cannot be started; never resolves. */
function engineFailure(worker: Worker): Promise<never> {
  return new Promise((_, fail) => {
    worker.addEventListener("message", (event: MessageEvent<unknown>) => {
      const {data} = event;
      if (typeof data !== "object" || data === null || !(ENGINE_FAILED in data)) return;
      event.stopImmediatePropagation();
      fail(new Error(String(data[ENGINE_FAILED])));
    });
  });
}

function loadScript(worker: Worker, script: string): Promise<void> {
  return new Promise((done, fail) => {
    worker.onmessage = ({data}: MessageEvent<string>) => {
      worker.onmessage = null;
      worker.onerror = null;
      if (data === "ready") done();
      else fail(new Error(data));
    };
    worker.onerror = ({message}) => {
      fail(new Error(message));
    };
    worker.postMessage(script);
  });
}

async function attach(database: AsyncDuckDB, address: string): Promise<AsyncDuckDBConnection> {
  const response = await fetch(address, {method: "HEAD"}).catch((cause: unknown) => {
    throw new StoreError("no-database", cause);
  });
  if (!response.ok) throw new StoreError("no-database", `${String(response.status)} ${address}`);
  await database.registerFileURL(DATABASE_NAME, address, DuckDBDataProtocol.HTTP, false);
  const connection = await database.connect();
  try {
    for (const setting of SETTINGS) await connection.query(setting);
  } catch (cause) {
    throw new StoreError("damaged-database", cause);
  }
  return connection;
}

async function ask(connection: AsyncDuckDBConnection, {sql, parameters}: Query<unknown>): Promise<ArrowTable> {
  try {
    if (parameters.length === 0) return await connection.query(sql);
    const statement = await connection.prepare(sql);
    try {
      return await statement.query(...parameters);
    } finally {
      await statement.close();
    }
  } catch (cause) {
    throw new StoreError("wrong-question", cause);
  }
}

async function readRows<Answer>(connection: AsyncDuckDBConnection, query: Query<Answer>): Promise<Answer[]> {
  const table = await ask(connection, query);
  const rows = Array.from({length: table.numRows}, (): Record<string, unknown> => ({}));
  for (const [index, {name}] of table.schema.fields.entries()) {
    // Column by column: walking a vector is several times faster than asking it for each row.
    let at = 0;
    for (const value of table.getChildAt(index) ?? []) {
      const row = rows[at++];
      if (row) row[name] = plainValue(value);
    }
    if (rows.length > LONG_ANSWER) await breathe();
  }
  return rows as Answer[];
}

function plainValue(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (value !== null && typeof value === "object" && "toArray" in value && typeof value.toArray === "function")
    return Array.from((value.toArray as () => Iterable<unknown>)(), plainValue);
  return value ?? null;
}

async function readColumns(connection: AsyncDuckDBConnection, query: Query<unknown>): Promise<NumericColumns> {
  const table = await ask(connection, query);
  const columns: Record<string, Float64Array> = {};
  for (const [index, {name}] of table.schema.fields.entries()) {
    columns[name] = numbersOf(name, table.getChildAt(index), table.numRows);
    if (table.numRows > LONG_ANSWER) await breathe();
  }
  return columns;
}

/** Numbers of a vector; those without a missing value are copied as a whole. */
function numbersOf(name: string, vector: Vector | null, rowCount: number): Float64Array {
  const plain: unknown = vector?.nullCount === 0 ? vector.toArray() : null;
  if (isNumbers(plain) && plain.length === rowCount) return Float64Array.from(plain);
  const values = new Float64Array(rowCount).fill(NaN);
  let at = 0;
  for (const value of vector ?? []) values[at++] = toNumber(name, value);
  return values;
}

const isNumbers = (values: unknown): values is ArrayLike<number> =>
  ArrayBuffer.isView(values) && !(values instanceof BigInt64Array) && !(values instanceof BigUint64Array);

function toNumber(name: string, value: unknown): number {
  if (value === null || value === undefined) return NaN;
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") return Number(value);
  throw new TypeError(`invalid column ${name}: ${JSON.stringify(value)} is not a number`);
}

async function insertRows(connection: AsyncDuckDBConnection, table: Table, rows: readonly object[]): Promise<void> {
  await connection.query(createTableSql(table));
  for (const batch of arrowBatches(table, rows)) {
    await connection.insertArrowTable(batch, {name: table.name, create: false});
  }
}
