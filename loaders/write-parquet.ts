import {mkdir} from "node:fs/promises";
import {dirname} from "node:path";
import {quoteName, quoteText} from "../src/store/table-sql.js";
import type {Row, Table} from "../src/tables/table.js";
import {openNativeStore} from "./native-store.js";

/**
 * Writes rows of a table as a Parquet file (zstd). The same rows in the same order give the same bytes, so sort first.
 *
 * @throws when a row does not keep to the table's contract
 */
export async function writeParquet<T extends Table>(file: string, table: T, rows: readonly Row<T>[]): Promise<void> {
  await mkdir(dirname(file), {recursive: true});
  const store = await openNativeStore();
  try {
    await store.run("SET threads = 1");
    await store.insert(table, rows);
    const options = "FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 19, ROW_GROUP_SIZE 100000";
    await store.run(`COPY ${quoteName(table.name)} TO ${quoteText(file)} (${options})`);
  } finally {
    await store.close();
  }
}
