import {describe, expect, it} from "vitest";
import {compoundOrder, compoundOrderInSlices} from "../../src/components/compound-order.js";
import {ColumnSet} from "../../src/tables/column-set.js";
import {defineTable, optional, required} from "../../src/tables/table.js";

const table = defineTable("t", "One row per test.", {
  id: required("VARCHAR", "Id", "Name."),
  qed: optional("DOUBLE", "QED", "0-1.")
});
const set = new ColumnSet(table);
set.append([
  {id: "M10", qed: 0.5},
  {id: "M9", qed: null},
  {id: "M1", qed: 0.9}
]);

describe("compoundOrder(set, order)", () => {
  it("sorts numbers, missing last", () => {
    expect([...(compoundOrder(set, {key: "qed", descending: true}) ?? [])]).toEqual([2, 0, 1]);
  });
  it("sorts ids by the numbers in them", () => {
    expect([...(compoundOrder(set, {key: "id", descending: false}) ?? [])]).toEqual([2, 1, 0]);
  });
  it("is the order of the set without an order, or with an unknown column", () => {
    expect(compoundOrder(set, null)).toBeNull();
    expect(compoundOrder(set, {key: "nonsense", descending: false})).toBeNull();
  });
});

describe("compoundOrderInSlices(set, order, pause)", () => {
  const many = ColumnSet.of(
    defineTable("t", "Many rows.", {name: required("VARCHAR", "Name", "."), x: required("DOUBLE", "x", ".")}),
    5000,
    {x: Float64Array.from({length: 5000}, (_, row) => (row * 7919) % 4999)},
    {name: Array.from({length: 5000}, (_, row) => (row % 9 === 0 ? null : `n${String((row * 31) % 1000)}`))}
  );
  it.each([
    ["name", false],
    ["name", true],
    ["x", true]
  ])("equals compoundOrder by %s, descending %s, and pauses now and then", async (key, descending) => {
    let pauses = 0;
    const order = await compoundOrderInSlices(many, {key, descending}, () => Promise.resolve(void pauses++));
    expect(order).toEqual(compoundOrder(many, {key, descending}));
    expect(pauses).toBeGreaterThan(3);
  });
  it("knows no order by a column that is not there", async () =>
    expect(await compoundOrderInSlices(many, {key: "y", descending: false}, () => Promise.resolve())).toBeNull());
});
