import {existsSync} from "node:fs";
import {join} from "node:path";
import {answersProject} from "./snapshot/snapshot-scope.js";
import {quoteText} from "../src/store/table-sql.js";
import type {Row, Table} from "../src/tables/table.js";
import {openNativeStore, type NativeStore} from "./native-store.js";

/** Where input tables lie: what `npm run data` fetched, and the copy that comes with the project. */
export interface InputFolders {
  readonly raw: string;
  /** Null when the embedded copy answers another question than the project asks: then it is not used at all. */
  readonly snapshot: string | null;
}

/** `raw` when the table was fetched, `snapshot` when it comes with the project. */
export type InputOrigin = keyof InputFolders;

export const INPUT_FOLDERS = {raw: "data/raw", snapshot: "data/snapshot"} as const;

/** The folders that answer the present project. */
export const projectInputs = (): InputFolders =>
  answersProject(INPUT_FOLDERS.snapshot) ? INPUT_FOLDERS : {...INPUT_FOLDERS, snapshot: null};

/** The file that holds an input table, fetched before embedded; undefined when there is neither. */
export function findInput(
  table: Table,
  folders: InputFolders = projectInputs()
): {readonly file: string; readonly origin: InputOrigin} | undefined {
  const origins: readonly InputOrigin[] = ["raw", "snapshot"];
  return origins
    .flatMap((origin) => {
      const folder = folders[origin];
      return folder === null ? [] : [{origin, file: join(folder, `${table.name}.parquet`)}];
    })
    .find(({file}) => existsSync(file));
}

/**
 * Reads an input table: the fetched file when there is one, else the one that comes with the project.
 *
 * @throws when there is neither, when the file cannot be read, or when its columns are not those of the table
 */
export async function readInput<T extends Table>(table: T, folders: InputFolders = projectInputs()): Promise<Row<T>[]> {
  const found = findInput(table, folders);
  if (!found) throw new Error(missingWords(table, folders));
  return readParquet(table, found.file);
}

const missingWords = ({name}: Table, {snapshot}: InputFolders): string =>
  snapshot === null
    ? `no data for table ${name}: data/project.json asks about another disease or other targets than the embedded ` +
      "copy answers, and nothing was fetched. Fetch it with `npm run data`"
    : `no data for table ${name}: ${join(snapshot, `${name}.parquet`)} is missing. ` +
      "Restore it with `git checkout data/snapshot`, or fetch your own with `npm run data`";

/** As `readInput`, for a table that a project can do without: no file gives no rows. */
export async function readOptionalInput<T extends Table>(
  table: T,
  folders: InputFolders = projectInputs()
): Promise<Row<T>[]> {
  const found = findInput(table, folders);
  return found ? readParquet(table, found.file) : [];
}

/** The rows of the embedded table and of the fetched one together, for a table that either adds to. */
export async function readAllInputs<T extends Table>(
  table: T,
  {raw, snapshot}: InputFolders = projectInputs()
): Promise<Row<T>[]> {
  const embedded = snapshot === null ? [] : await readOptionalInput(table, {raw: snapshot, snapshot: null});
  return [...embedded, ...(await readOptionalInput(table, {raw, snapshot: null}))];
}

/** @throws as `readInput`, without reading the rows: for a check before long work */
export async function checkInput(table: Table, folders: InputFolders = projectInputs()): Promise<void> {
  const found = findInput(table, folders);
  if (!found) throw new Error(missingWords(table, folders));
  const store = await openNativeStore();
  try {
    await checkColumns(store, table, found.file);
  } finally {
    await store.close();
  }
}

/** Reads a Parquet file as rows of a table. @throws when it cannot be read or has other columns than the table */
export async function readParquet<T extends Table>(table: T, file: string): Promise<Row<T>[]> {
  const store = await openNativeStore();
  try {
    await checkColumns(store, table, file);
    return await store.rows<Row<T>>({sql: `FROM read_parquet(${quoteText(file)})`, parameters: []});
  } finally {
    await store.close();
  }
}

async function checkColumns(store: NativeStore, table: Table, file: string): Promise<void> {
  const sql = `DESCRIBE FROM read_parquet(${quoteText(file)})`;
  const found = await store
    .rows<{column_name: string; column_type: string}>({sql, parameters: []})
    .catch((cause: unknown) => {
      throw new Error(`cannot read ${file}, it may be damaged: ${restoreHint(file)}`, {cause});
    });
  const has = found.map(({column_name: name, column_type: type}) => `${name} ${type}`);
  const wanted = Object.entries(table.columns).map(([name, {type}]) => `${name} ${type}`);
  const missing = wanted.filter((column) => !has.includes(column));
  const extra = has.filter((column) => !wanted.includes(column));
  if (missing.length + extra.length > 0)
    throw new Error(
      `${file} does not have the columns of table ${table.name}: ${restoreHint(file)}. ` +
        `Missing: ${missing.join(", ") || "none"}. Not known: ${extra.join(", ") || "none"}`
    );
}

function restoreHint(file: string): string {
  return file.includes("snapshot")
    ? "restore it with `git checkout data/snapshot`"
    : "delete it, or fetch it again with `npm run data`";
}
