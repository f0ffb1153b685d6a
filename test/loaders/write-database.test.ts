import {mkdtemp, readdir} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {exportTable} from "../../loaders/emit-table.js";
import {openNativeStore} from "../../loaders/native-store.js";
import {makeColumns} from "../../loaders/tables/make-columns.js";
import {writeDatabase} from "../../loaders/write-database.js";
import {columns} from "../../src/tables/columns.js";
import {issues} from "../../src/tables/issues.js";
import {PUBLISHED_TABLES} from "../../src/tables/published.js";

const folder = await mkdtemp(join(tmpdir(), "fumehood-"));
const file = join(folder, "fumehood.duckdb");
const issue = {table_name: "t", source: "s", line: null, input: "x", reason: "r"};
const rowsOf = (name: string): readonly object[] =>
  name === columns.name ? makeColumns(PUBLISHED_TABLES) : name === issues.name ? [issue] : [];
await writeDatabase(
  file,
  PUBLISHED_TABLES.map((table) => ({table, rows: rowsOf(table.name)}))
);

describe("writeDatabase(file, tables)", () => {
  it("writes every published table with the columns of its contract, in order", async () => {
    const store = await openNativeStore(file);
    const sql =
      "SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE NOT internal ORDER BY table_name, column_index";
    const found = await store.rows<{table_name: string; column_name: string; data_type: string}>({sql, parameters: []});
    const described = await store.rows<{table_name: string; column_name: string; type: string}>({
      sql: "SELECT table_name, column_name, type FROM columns ORDER BY table_name, position",
      parameters: []
    });
    await store.close();
    expect(found.map(({table_name: t, column_name: c, data_type: d}) => [t, c, d])).toEqual(
      described.map(({table_name: t, column_name: c, type}) => [t, c, type])
    );
    expect(new Set(found.map((row) => row.table_name)).size).toBe(PUBLISHED_TABLES.length);
  });

  it("leaves no other file", async () => {
    expect(await readdir(folder)).toEqual(["fumehood.duckdb"]);
  });

  it("keeps the old file when a row breaks its contract", async () => {
    const bad = [{table: issues, rows: [{...issue, reason: null}]}];
    await expect(writeDatabase(file, bad)).rejects.toThrow("invalid issues.reason of row 1");
    const store = await openNativeStore(file);
    expect(await store.rows({sql: "SELECT count(*) AS n FROM issues", parameters: []})).toEqual([{n: 1}]);
    await store.close();
    expect(await readdir(folder)).toEqual(["fumehood.duckdb"]);
  });
});

describe("exportTable(database, table)", () => {
  it("gives a Parquet file", async () => {
    const bytes = await exportTable(file, "issues");
    expect(new TextDecoder().decode(bytes.subarray(0, 4))).toBe("PAR1");
  });
});
