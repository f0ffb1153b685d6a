import {describe, expect, it} from "vitest";
import {countMask, filterMask, isInMask} from "../../src/filters/filter-mask.js";
import {type FilterNode, leavesOf, missingColumns} from "../../src/filters/filter-node.js";
import {smallSet} from "./small-set.js";

const heavy: FilterNode = {kind: "range", column: "mw_da", min: 400, max: null, keepMissing: false};
const named = (text: string, how: "contains" | "equals" | "starts" | "matches" = "contains"): FilterNode => ({
  ...{kind: "text", column: "name", how, text, keepMissing: false}
});
const search: FilterNode = {kind: "search", how: "contains", query: "c1ccccc1", least: 0.5, metric: "tanimoto"};
const rowsOf = (node: FilterNode): number[] => {
  const mask = filterMask(node, smallSet, () => Uint8Array.of(0b1010));
  return [0, 1, 2, 3].filter((row) => isInMask(mask, row));
};

describe("filterMask(node, set, outside)", () => {
  it("takes rows in a range, both limits included", () => {
    expect(rowsOf({...heavy, max: 450} as FilterNode)).toEqual([1]);
    expect(rowsOf(heavy)).toEqual([1, 2]);
  });
  it("takes rows without a value only when told", () => {
    const low: FilterNode = {kind: "range", column: "clogp", min: null, max: 1, keepMissing: false};
    expect(rowsOf(low)).toEqual([3]);
    expect(rowsOf({...low, keepMissing: true})).toEqual([1, 3]);
    expect(rowsOf({...named("z"), keepMissing: true} as FilterNode)).toEqual([1]);
  });
  it("compares texts whatever their case", () => {
    expect(rowsOf(named("CITINIB"))).toEqual([0, 3]);
    expect(rowsOf(named("baricitinib", "equals"))).toEqual([3]);
    expect(rowsOf(named("cyclo", "starts"))).toEqual([2]);
    expect(rowsOf(named("^(tofa|cyclo)", "matches"))).toEqual([0, 2]);
  });
  it("throws for a regular expression that cannot be read", () => {
    expect(() => rowsOf(named("(", "matches"))).toThrow();
  });
  it("asks elsewhere for structures", () => expect(rowsOf(search)).toEqual([1, 3]));
  it("joins filters by and, or and not", () => {
    const kinase = named("citinib");
    expect(rowsOf({kind: "all", of: [kinase, search]})).toEqual([3]);
    expect(rowsOf({kind: "any", of: [heavy, kinase]})).toEqual([0, 1, 2, 3]);
    expect(rowsOf({kind: "none", of: [heavy, search]})).toEqual([0]);
    expect(
      rowsOf({
        kind: "all",
        of: [
          {kind: "none", of: [heavy]},
          {kind: "any", of: [kinase]}
        ]
      })
    ).toEqual([0, 3]);
  });
  it("lets all pass an empty and and not, and none an empty or", () => {
    expect(rowsOf({kind: "all", of: []})).toHaveLength(4);
    expect(rowsOf({kind: "none", of: []})).toHaveLength(4);
    expect(rowsOf({kind: "any", of: []})).toHaveLength(0);
  });
  it("throws for a column that the set does not have", () => {
    expect(() => rowsOf({...heavy, column: "qed"} as FilterNode)).toThrow("qed");
  });
});

describe("countMask(mask, rowCount)", () => {
  it("does not count bits beyond the last row", () => expect(countMask(Uint8Array.of(255), 3)).toBe(3));
});

describe("missingColumns(node, set)", () => {
  it("names each column that is not there or of another kind once", () => {
    const qed: FilterNode = {kind: "range", column: "qed", min: 0, max: 1, keepMissing: false};
    const wrong: FilterNode = {kind: "range", column: "name", min: 0, max: 1, keepMissing: false};
    const number: FilterNode = {kind: "text", column: "mw_da", how: "contains", text: "1", keepMissing: false};
    expect(missingColumns({kind: "all", of: [qed, heavy, search, {kind: "none", of: [qed, wrong, number]}]}, smallSet)).toEqual(["qed", "name", "mw_da"]); // prettier-ignore
  });
});

describe("leavesOf(node)", () => {
  it("takes groups apart in order", () => {
    expect(leavesOf({kind: "any", of: [heavy, {kind: "none", of: [search]}]})).toEqual([heavy, search]);
  });
});
