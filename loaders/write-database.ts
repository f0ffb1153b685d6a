import {mkdir, rename, rm} from "node:fs/promises";
import {dirname} from "node:path";
import type {Table} from "../src/tables/table.js";
import {quoteName, quoteText} from "../src/store/table-sql.js";
import {openNativeStore} from "./native-store.js";

/** A table with its rows. */
export interface TableRows {
  readonly table: Table;
  readonly rows: readonly object[];
}

/** The oldest format that the browser's engine reads; without it native DuckDB writes one that it refuses. */
const STORAGE_VERSION = "v1.0.0";

/**
 * Writes tables to one database file that native DuckDB and DuckDB-WASM read; an old file is replaced at the end.
 *
 * @throws when a row does not keep to its table's contract
 */
export async function writeDatabase(file: string, tables: readonly TableRows[]): Promise<void> {
  const temporary = `${file}.${String(process.pid)}.tmp`;
  await mkdir(dirname(file), {recursive: true});
  await rm(temporary, {force: true});
  const store = await openNativeStore();
  try {
    await store.run(`ATTACH ${quoteText(temporary)} AS project (STORAGE_VERSION '${STORAGE_VERSION}')`);
    for (const {table, rows} of tables) {
      const name = quoteName(table.name);
      await store.insert(table, rows);
      await store.run(`CREATE TABLE project.${name} AS FROM memory.${name}`);
      await store.run(`DROP TABLE memory.${name}`);
    }
    await store.run("CHECKPOINT project");
    await store.run("DETACH project");
    await rename(temporary, file);
  } finally {
    await store.close();
    await rm(temporary, {force: true});
  }
}
