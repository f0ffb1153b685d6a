import {describe, expect, it} from "vitest";
import {seededRandom} from "../../src/base/random.js";
import {sortRows, sortRowsInSlices} from "../../src/kernels/sort-rows.js";

function plainOrder(values: Float64Array, descending: boolean): number[] {
  const rows = Array.from(values, (_, row) => row);
  const [missing, present] = [
    rows.filter((row) => Number.isNaN(values[row])),
    rows.filter((row) => !Number.isNaN(values[row]))
  ];
  const order = (a: number, b: number): number => {
    const [x, y] = [values[a]!, values[b]!];
    return x === y ? a - b : x < y !== descending ? -1 : 1;
  };
  return [...present.sort(order), ...missing];
}

describe("sortRows(values, descending)", () => {
  it.each([false, true])("equals the plain order, descending %s", (descending) => {
    const random = seededRandom(3);
    const values = Float64Array.from({length: 3000}, () =>
      random() < 0.1
        ? NaN
        : random() < 0.3
          ? Math.floor(random() * 5) - 2
          : (random() - 0.5) * 10 ** (random() * 20 - 10)
    );
    expect([...sortRows(values, descending)]).toEqual(plainOrder(values, descending));
  });
  it("puts missing last in both directions", () => {
    const values = Float64Array.of(NaN, 2, NaN, 1);
    expect([...sortRows(values)]).toEqual([3, 1, 0, 2]);
    expect([...sortRows(values, true)]).toEqual([1, 3, 0, 2]);
  });
  it("takes -0 and 0 as equal", () => expect([...sortRows(Float64Array.of(0, -0, 0))]).toEqual([0, 1, 2]));
  it("orders infinite values", () => {
    expect([...sortRows(Float64Array.of(Infinity, -Infinity, 0))]).toEqual([1, 2, 0]);
  });
  it("keeps the row order when all values are equal", () => {
    expect([...sortRows(Float64Array.of(5, 5, 5), true)]).toEqual([0, 1, 2]);
  });
  it("takes an empty column and one with missing values only", () => {
    expect(sortRows(new Float64Array())).toHaveLength(0);
    expect([...sortRows(Float64Array.of(NaN, NaN))]).toEqual([0, 1]);
  });
});

describe("sortRowsInSlices(values, descending, pause)", () => {
  it.each([false, true])("equals sortRows and pauses now and then, descending %s", async (descending) => {
    const random = seededRandom(4);
    const values = Float64Array.from({length: 70_000}, () => (random() < 0.1 ? NaN : random() - 0.5));
    let pauses = 0;
    const rows = await sortRowsInSlices(values, descending, () => Promise.resolve(void pauses++));
    expect(rows).toEqual(sortRows(values, descending));
    expect(pauses).toBeGreaterThan(10);
  });
});
