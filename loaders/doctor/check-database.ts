import {PUBLISHED_TABLES} from "../../src/tables/published.js";
import {openNativeStore} from "../native-store.js";
import type {Finding} from "./finding.js";

/** Whether the published database opens and holds every table with the columns of its contract. */
export async function checkDatabase(path: string, place: string): Promise<Finding[]> {
  const wrong = (words: string): Finding => ({level: "wrong", check: "database", place, words});
  const store = await openNativeStore(path).catch(() => null);
  if (store === null) return [wrong("cannot be opened: build the site again with `npm run build`")];
  try {
    const sql = "SELECT table_name || '.' || column_name AS name FROM duckdb_columns() WHERE NOT internal";
    const found = new Set((await store.rows<{name: string}>({sql, parameters: []})).map(({name}) => name));
    const wanted = PUBLISHED_TABLES.flatMap((table) =>
      Object.keys(table.columns).map((name) => `${table.name}.${name}`)
    );
    return wanted
      .filter((name) => !found.has(name))
      .map((name) => wrong(`lacks ${name}: build the site again with \`npm run build\``));
  } finally {
    await store.close();
  }
}
