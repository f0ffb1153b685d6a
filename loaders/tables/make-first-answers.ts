import {type FirstAnswer, firstAnswers} from "../../src/store/first-answers.js";
import type {Query, Store} from "../../src/store/store.js";
import {type ColumnValues, type NamedColumns, packColumns} from "../../src/tables/packed-columns.js";
import {openNativeStore} from "../native-store.js";

/** The answers to `firstAnswers` out of a database, packed, by name. @throws when it cannot be read */
export async function makeFirstAnswers(database: string): Promise<ReadonlyMap<FirstAnswer, Uint8Array>> {
  const store = await openNativeStore(database);
  try {
    const made = new Map<FirstAnswer, Uint8Array>();
    for (const name of Object.keys(firstAnswers) as FirstAnswer[])
      made.set(name, packColumns(await answerColumns(store, firstAnswers[name])));
    return made;
  } finally {
    await store.close();
  }
}

/** An answer by column; one that holds no value is texts, all missing. @throws when a cell is neither number nor text */
export async function answerColumns(store: Store, query: Query<unknown>): Promise<NamedColumns> {
  const rows = (await store.rows(query)) as Readonly<Record<string, unknown>>[];
  const names = Object.keys(rows[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, columnOf(name, rows)]));
}

function columnOf(name: string, rows: readonly Readonly<Record<string, unknown>>[]): ColumnValues {
  const cells = rows.map((row) => row[name] ?? null);
  const known = cells.filter((cell) => cell !== null);
  if (known.every((cell) => typeof cell === "string")) return cells as (string | null)[];
  if (known.every((cell) => typeof cell === "number"))
    return Float64Array.from(cells, (cell) => (typeof cell === "number" ? cell : NaN));
  throw new Error(`invalid column ${name}: neither numbers nor texts`);
}
