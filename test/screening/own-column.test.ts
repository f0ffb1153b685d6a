import {describe, expect, it} from "vitest";
import {OwnColumn} from "../../src/screening/own-column.js";

function filled(...values: (string | null)[]): OwnColumn {
  const column = new OwnColumn("x");
  values.forEach((value, row) => {
    if (value !== null) column.put(row, value);
  });
  return column;
}

describe("OwnColumn.put(row, value)", () => {
  it.each([
    ["integers", ["1", "-2", "+3"]],
    ["decimals", ["1.50", ".5", "2."]],
    ["powers of ten", ["1e-9", "2.5E+3"]],
    ["what stands for no value", ["1", "NA", "n/a", "NaN", "null", "-"]]
  ])("keeps %s as numbers", (_, values) => {
    expect(filled(...values).isNumeric).toBe(true);
  });
  it.each([
    ["a qualifier", [">10"]],
    ["leading zeros", ["007"]],
    ["an integer too long for a number", ["12345678901234567890"]],
    ["a thousands separator", ["1,000"]],
    ["a hexadecimal", ["0x10"]],
    ["Infinity", ["Infinity"]],
    ["nothing but missing values", ["NA"]]
  ])("keeps %s as text", (_, values) => {
    const column = filled(...values);
    expect([column.isNumeric, column.texts(values.length)]).toEqual([false, values]);
  });
  it("gives back every number exactly as it was written when a later value makes the column text", () => {
    const values = ["1.50", "2", "NA", "3e2", null, "> 10"];
    expect(filled(...values).texts(6)).toEqual(values);
  });
  it("takes rows in any order and leaves those between missing", () => {
    const column = new OwnColumn("x");
    column.put(3000, "3");
    column.put(1, "1");
    expect([...column.numbers(3)]).toEqual([NaN, 1, NaN]);
    expect(column.numbers(3001)[3000]).toBe(3);
  });
  it("is no column of numbers before a number has come", () => expect(new OwnColumn("x").isNumeric).toBe(false));
});

describe("OwnColumn.numbers(rowCount)", () => {
  it("throws for a column of texts", () => {
    expect(() => filled("a").numbers(1)).toThrow("invalid numeric column: x");
  });
  it("gives missing rows behind the last that was set", () =>
    expect([...filled("1").numbers(3)]).toEqual([1, NaN, NaN]));
});
