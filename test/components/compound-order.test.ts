import {describe, expect, it} from "vitest";
import {compoundOrder} from "../../src/components/compound-order.js";
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
