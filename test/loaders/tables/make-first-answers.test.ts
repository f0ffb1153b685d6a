import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {answerColumns, makeFirstAnswers} from "../../../loaders/tables/make-first-answers.js";
import {writeDatabase} from "../../../loaders/write-database.js";
import {type FirstAnswer, firstAnswers} from "../../../src/store/first-answers.js";
import type {Query} from "../../../src/store/store.js";
import {packColumns, unpackColumns} from "../../../src/tables/packed-columns.js";
import {PUBLISHED_TABLES} from "../../../src/tables/published.js";
import {openSmallStore} from "../../small-store.js";

const store = await openSmallStore();
const folder = await mkdtemp(join(tmpdir(), "fumehood-"));
afterAll(() => rm(folder, {recursive: true}));

describe("answerColumns(store, query)", () => {
  it.each(Object.keys(firstAnswers) as FirstAnswer[])("holds every cell of %s, packed and unpacked", async (name) => {
    const query: Query<unknown> = firstAnswers[name];
    const rows = (await store.rows(query)) as Readonly<Record<string, unknown>>[];
    const columns = await unpackColumns(new Uint8Array(packColumns(await answerColumns(store, query))));
    expect(rows.length).toBeGreaterThan(0);
    const read = rows.map((_, row) =>
      Object.fromEntries(
        Object.entries(columns).map(([column, values]) => [column, Number.isNaN(values[row]) ? null : values[row]])
      )
    );
    expect(read).toEqual(rows);
  });

  it("refuses a cell that is neither number nor text", async () => {
    await expect(answerColumns(store, {sql: "SELECT true AS yes", parameters: []})).rejects.toThrow(
      "invalid column yes: neither numbers nor texts"
    );
  });
});

describe("makeFirstAnswers(database)", () => {
  it("answers every question, without rows too", async () => {
    const file = join(folder, "empty.duckdb");
    await writeDatabase(
      file,
      PUBLISHED_TABLES.map((table) => ({table, rows: []}))
    );
    const made = await makeFirstAnswers(file);
    expect([...made.keys()].sort()).toEqual(Object.keys(firstAnswers).sort());
    for (const bytes of made.values()) expect(await unpackColumns(new Uint8Array(bytes))).toEqual({});
  });
});
