import {describe, expect, it} from "vitest";
import {RowBits} from "../../src/base/row-bits.js";

describe("new RowBits(rows, rowCount)", () => {
  it("holds rows in any order, each once, ascending", () => {
    const bits = new RowBits([17, 3, 8, 3], 20);
    expect(bits.size).toBe(3);
    expect([...bits.rows()]).toEqual([3, 8, 17]);
    expect([3, 8, 17].every((row) => bits.has(row))).toBe(true);
    expect([0, 16, 19].some((row) => bits.has(row))).toBe(false);
  });

  it("of no rows holds none", () => {
    const bits = new RowBits([], 0);
    expect([bits.size, [...bits.rows()], bits.has(0)]).toEqual([0, [], false]);
  });

  it("leaves out rows that the list does not hold", () => {
    expect(new RowBits([-1, 99], 10).size).toBe(0);
    expect(new RowBits([1], 10).has(-1)).toBe(false);
  });
});
