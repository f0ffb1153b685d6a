import {describe, expect, it} from "vitest";
import {addressedFilters, keepOrder} from "../../src/components/filter-order.js";
import type {FilterNode} from "../../src/filters/filter-node.js";

describe("keepOrder(wanted, present)", () => {
  it("keeps the order wanted and puts new names at the end", () => {
    expect(keepOrder(["b", "a"], ["a", "c", "b"])).toEqual(["b", "a", "c"]);
  });
  it("leaves out what is gone", () => {
    expect(keepOrder(["b", "a"], ["a"])).toEqual(["a"]);
  });
  it("of none is none", () => {
    expect(keepOrder(["b"], [])).toEqual([]);
  });
});

describe("addressedFilters(order, rangeOf, stepOf)", () => {
  const range = {min: 1, max: 2, keepMissing: false};
  const node: FilterNode = {kind: "sql", where: "qed > 0.5"};
  it("says how many ranges come before each other filter", () => {
    const {where, filter} = addressedFilters(
      ["a", "step:1", "b", "step:2", "gone"],
      (name) => (name === "a" || name === "b" ? range : undefined),
      (name) => (name.startsWith("step:") ? node : undefined)
    );
    expect([...where.keys()]).toEqual(["a", "b"]);
    expect(filter).toEqual([
      {after: 1, node},
      {after: 2, node}
    ]);
  });
});
