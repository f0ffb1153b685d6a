import {describe, expect, it} from "vitest";
import {type NamedColumns, packColumns, unpackColumns} from "../../src/tables/packed-columns.js";

const roundTrip = (columns: NamedColumns): Promise<NamedColumns> => unpackColumns(packColumns(columns));

describe("packColumns(columns), unpackColumns(bytes)", () => {
  it("give back numbers and texts in the order of rows and columns", async () => {
    const columns = {b: Float64Array.of(3, 1, 2), a: ["x", "y", "z"]};
    const read = await roundTrip(columns);
    expect(read).toEqual(columns);
    expect(Object.keys(read)).toEqual(["b", "a"]);
  });

  it("keep missing values apart from zero and from empty texts", async () => {
    const columns = {n: Float64Array.of(0, NaN, 0, NaN), t: ["", null, "", null]};
    expect(await roundTrip(columns)).toEqual(columns);
  });

  it("keep every bit of a number", async () => {
    const numbers = Float64Array.of(0.1 + 0.2, Number.MIN_VALUE, -1e300, Infinity);
    expect(await roundTrip({numbers})).toEqual({numbers});
  });

  it("keep texts of several bytes a character", async () => {
    const columns = {t: ["µ-opioid", "β", "𝛼"]};
    expect(await roundTrip(columns)).toEqual(columns);
  });

  it.each([2, 300, 70_000])("keep %i different values among more rows", async (different) => {
    const rows = Array.from({length: different * 3}, (_, row) => (row * 7) % different);
    const {n = []} = await roundTrip({n: Float64Array.from(rows)});
    expect(n.length).toBe(rows.length);
    expect(rows.findIndex((value, row) => n[row] !== value)).toBe(-1);
  });

  it("keep texts that are repeated", async () => {
    const t = Array.from({length: 900}, (_, row) => (row % 3 === 0 ? null : `text ${String(row % 300)}`));
    expect(await roundTrip({t})).toEqual({t});
  });

  it("write repeated values once", () => {
    const rows = Array.from({length: 1000}, (_, row) => row % 4);
    expect(packColumns({n: Float64Array.from(rows)}).length).toBeLessThan(1200);
  });

  it("keep a single row", async () => {
    const columns = {n: Float64Array.of(NaN), t: [null]};
    expect(await roundTrip(columns)).toEqual(columns);
  });

  it("keep columns without rows", async () => {
    const columns = {n: new Float64Array(), t: []};
    expect(await roundTrip(columns)).toEqual(columns);
  });

  it("keep no column", async () => {
    expect(await roundTrip({})).toEqual({});
  });

  it("await the pause after each column", async () => {
    let pauses = 0;
    await unpackColumns(packColumns({a: ["x"], b: ["y"]}), () => {
      pauses++;
      return Promise.resolve();
    });
    expect(pauses).toBe(2);
  });

  it("refuse columns of different lengths", () => {
    expect(() => packColumns({a: ["x"], b: []})).toThrow("invalid length of b: 0");
  });

  it("refuse a text with the characters that part texts", () => {
    expect(() => packColumns({a: ["x\u0000y"]})).toThrow("invalid text in a");
  });

  it("refuse bytes that are cut off", async () => {
    const bytes = packColumns({a: ["a long text", "another"]});
    await expect(unpackColumns(bytes.slice(0, bytes.length - 5))).rejects.toThrow("invalid packed columns");
  });
});
