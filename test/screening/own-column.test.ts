import {describe, expect, it} from "vitest";
import {OwnColumn} from "../../src/screening/own-column.js";
import {allTexts} from "../../src/tables/packed-texts.js";

function filled(...values: (string | null)[]): OwnColumn {
  const column = new OwnColumn("x");
  values.forEach((value, row) => {
    if (value !== null) column.put(row, value);
  });
  return column;
}

/** The first rows, in order. */
const first = (count: number): Uint32Array => Uint32Array.from({length: count}, (_, row) => row);

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
  ])("keeps %s as text", async (_, values) => {
    const column = filled(...values);
    expect([column.isNumeric, allTexts(await column.texts(first(values.length)))]).toEqual([false, values]);
  });
  it("gives back every number exactly as it was written when a later value makes the column text", async () => {
    const values = ["1.50", "2", "NA", "3e2", null, "> 10"];
    expect(allTexts(await filled(...values).texts(first(6)))).toEqual(values);
  });
  it("leaves rows missing that are passed over, of numbers and of texts", async () => {
    const column = new OwnColumn("x");
    column.put(1, "1");
    column.put(3000, "3");
    expect([...(await column.numbers(first(3)))]).toEqual([NaN, 1, NaN]);
    expect((await column.numbers(first(3001)))[3000]).toBe(3);
  });
  it("keeps texts beyond the rows that were numbers where they belong", async () => {
    const column = filled("1.0", null, "NaN");
    column.put(5, "x");
    column.put(7, "y");
    expect(allTexts(await column.texts(first(8)))).toEqual(["1.0", null, "NaN", null, null, "x", null, "y"]);
  });
  it.each([
    ["numbers", "1"],
    ["texts", "a"]
  ])("throws for a row before the last that was set, of %s", (_, value) => {
    const column = filled("0", value);
    expect(() => {
      column.put(1, value);
    }).toThrow("invalid row: 1");
  });
  it("is no column of numbers before a number has come", () => expect(new OwnColumn("x").isNumeric).toBe(false));
});

describe("OwnColumn.numbers(order, pause)", () => {
  it("throws for a column of texts", () =>
    expect(filled("a").numbers(first(1))).rejects.toThrow("invalid numeric column: x"));
  it("gives missing rows behind the last that was set", async () =>
    expect([...(await filled("1").numbers(first(3)))]).toEqual([1, NaN, NaN]));
  it("gives rows in the order asked for", async () =>
    expect([...(await filled("1", "2", "3").numbers(Uint32Array.of(2, 0)))]).toEqual([3, 1]));
  it("gives what it held at first though a value that comes in a pause makes it text", async () => {
    const column = filled("1");
    const numbers = column.numbers(first(1), () => {
      column.put(1, "x");
      return Promise.resolve();
    });
    expect([...(await numbers)]).toEqual([1]);
  });
});
