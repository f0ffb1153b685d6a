import {existsSync} from "node:fs";
import type {Changes} from "../../src/tables/changes.js";
import {quoteText} from "../../src/store/table-sql.js";
import {openNativeStore, type NativeStore} from "../native-store.js";
import {compoundChanges, potencyChanges, sourceChanges, targetChanges, trialChanges} from "./change-queries.js";

/**
 * What differs between two published databases. Targets are matched by key, compounds by set and id.
 *
 * @throws with the path when a file is missing, no database, or not one of this project's
 */
export async function findChanges(before: string, after: string): Promise<Changes> {
  const store = await openNativeStore();
  try {
    await attach(store, before, "before");
    await attach(store, after, "after");
    return {
      sources: await store.rows(sourceChanges()),
      targets: await store.rows(targetChanges()),
      compounds: await store.rows(compoundChanges()),
      potencies: await store.rows(potencyChanges()),
      trials: await store.rows(trialChanges())
    };
  } finally {
    await store.close();
  }
}

const NEEDED = ["sources", "targets", "target_evidence", "compounds", "potencies", "trials"];

async function attach(store: NativeStore, file: string, name: string): Promise<void> {
  if (!existsSync(file)) throw new Error(`no database ${file}: name a fumehood.duckdb of an earlier build`);
  await store.run(`ATTACH ${quoteText(file)} AS ${name} (READ_ONLY)`).catch((cause: unknown) => {
    throw new Error(`cannot read ${file}: it is damaged or no DuckDB database`, {cause});
  });
  const sql = "SELECT table_name FROM duckdb_tables() WHERE database_name = ?";
  const tables = await store.rows<{table_name: string}>({sql, parameters: [name]});
  const missing = NEEDED.filter((table) => !tables.some((row) => row.table_name === table));
  if (missing.length > 0) throw new Error(`${file} is no database of this workbench: it lacks ${missing.join(", ")}`);
}
