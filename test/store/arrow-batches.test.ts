import {describe, expect, it} from "vitest";
import {arrowBatches} from "../../src/store/arrow-batches.js";
import {defineTable, optional, required} from "../../src/tables/table.js";

const table = defineTable("t", "One row per test.", {
  name: optional("VARCHAR", "Name", "A name."),
  value: optional("DOUBLE", "Value", "A number."),
  count: required("INTEGER", "Count", "A count."),
  verdict: optional("BOOLEAN", "Verdict", "Yes or no.")
});

const rowsOf = (rows: readonly object[]): unknown[] =>
  [...arrowBatches(table, rows)].flatMap((batch) => batch.toArray().map((row) => row.toJSON()));

describe("arrowBatches(table, rows)", () => {
  it("keeps every value, and missing ones missing", () => {
    const rows = [
      {name: "µ-opioid", value: 1.5, count: 1, verdict: true},
      {name: null, value: null, count: 2, verdict: null},
      {name: "", value: -0.25, count: 3, verdict: false}
    ];
    expect(rowsOf(rows)).toEqual(rows);
  });

  it("gives no batch for no rows", () => {
    expect(rowsOf([])).toEqual([]);
  });

  it("splits many rows into batches, in order", () => {
    const rows = Array.from({length: 25_000}, (_, i) => ({
      name: String(i),
      value: i / 7,
      count: i,
      verdict: i % 2 === 0
    }));
    const batches = [...arrowBatches(table, rows)];
    expect(batches.length).toBeGreaterThan(1);
    expect(rowsOf(rows)).toEqual(rows);
  });
});
