import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {openNativeStore, type NativeStore} from "../../loaders/native-store.js";
import {defineTable, optional, required} from "../../src/tables/table.js";

const table = defineTable("things", "One row per thing.", {
  name: required("VARCHAR", "Name", "Name."),
  n: optional("INTEGER", "n", "Count."),
  share: optional("DOUBLE", "Share", "Share."),
  good: optional("BOOLEAN", "Good", "Good or not.")
});
const rows = [
  {name: "it's", n: 1, share: 0.5, good: true},
  {name: "b", n: null, share: null, good: null}
];
const query = (sql: string, ...parameters: (string | number)[]) => ({sql, parameters});

let store: NativeStore;
beforeEach(async () => {
  store = await openNativeStore();
});
afterEach(() => store.close());

describe("openNativeStore()", () => {
  it("gives back what was inserted, NULL as null", async () => {
    await store.insert(table, rows);
    expect(await store.rows(query("FROM things"))).toEqual(rows);
  });

  it("replaces a table that is inserted again", async () => {
    await store.insert(table, rows);
    await store.insert(table, rows.slice(0, 1));
    expect(await store.rows(query("SELECT count(*) AS n FROM things"))).toEqual([{n: 1}]);
  });

  it("gives 64-bit and larger integers as numbers, also in lists", async () => {
    const answer = await store.rows(query("SELECT 7::BIGINT AS a, sum(3)::HUGEINT AS b, [1::BIGINT, NULL] AS c"));
    expect(answer).toEqual([{a: 7, b: 3, c: [1, null]}]);
  });

  it("binds parameters in order", async () => {
    await store.insert(table, rows);
    expect(await store.rows(query("SELECT n FROM things WHERE name = ? AND n < ?", "it's", 5))).toEqual([{n: 1}]);
  });

  it("gives numeric columns as Float64Array, NULL as NaN", async () => {
    await store.insert(table, rows);
    const {n, share} = await store.columns(query("SELECT n, share FROM things"));
    expect([n, share]).toEqual([new Float64Array([1, NaN]), new Float64Array([0.5, NaN])]);
  });

  it("refuses text where numeric columns are asked", async () => {
    await store.insert(table, rows);
    await expect(store.columns(query("SELECT name FROM things"))).rejects.toThrow("invalid column name");
  });

  it("refuses a missing value in a required column, naming table, column and row", async () => {
    const bad = [{name: null, n: 1, share: 1, good: true}];
    await expect(store.insert(table, bad)).rejects.toThrow("invalid things.name of row 1: null is no VARCHAR");
  });

  it("refuses NaN: missing is null", async () => {
    const bad = [{name: "a", n: 1, share: NaN, good: true}];
    await expect(store.insert(table, bad)).rejects.toThrow("invalid things.share of row 1: NaN is no DOUBLE");
  });

  it("refuses a fraction in an INTEGER column", async () => {
    const bad = [{name: "a", n: 1.5, share: 1, good: true}];
    await expect(store.insert(table, bad)).rejects.toThrow("1.5 is no INTEGER");
  });

  it("throws when the SQL is wrong", async () => {
    await expect(store.rows(query("SELEC 1"))).rejects.toThrow("SELEC");
  });
});

describe("openNativeStore(file)", () => {
  it("names a file that is missing and what to do", async () => {
    await expect(openNativeStore("nowhere.duckdb")).rejects.toThrow("cannot open the database nowhere.duckdb: run");
  });

  it("names a file that is no database", async () => {
    await expect(openNativeStore("package.json")).rejects.toThrow("cannot open the database package.json");
  });
});
