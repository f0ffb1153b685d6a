import {mkdtemp, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {quoteName, quoteText} from "../src/store/table-sql.js";
import {PUBLISHED_TABLES} from "../src/tables/published.js";
import {openNativeStore} from "./native-store.js";
import {projectFile} from "./project-files.js";

/**
 * Writes a published table as Parquet to standard output, for an entry point.
 *
 * @param args `--table=` with the name of the table
 * @throws when no table has that name
 */
export async function emitTable(args: readonly string[]): Promise<void> {
  const {table} = parseArgs({args: [...args], options: {table: {type: "string"}}}).values;
  const known = PUBLISHED_TABLES.find(({name}) => name === table);
  if (!known) throw new Error(`invalid table: ${String(table)}`);
  process.stdout.write(await exportTable(await projectFile("fumehood.duckdb"), known.name));
}

/** A table of a database as the bytes of a Parquet file (zstd). */
export async function exportTable(database: string, table: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "fumehood-"));
  const store = await openNativeStore(database);
  try {
    const file = join(folder, `${table}.parquet`);
    await store.run(`COPY ${quoteName(table)} TO ${quoteText(file)} (FORMAT parquet, COMPRESSION zstd)`);
    return await readFile(file);
  } finally {
    await store.close();
    await rm(folder, {recursive: true});
  }
}
