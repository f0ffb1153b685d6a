import {describe, expect, it} from "vitest";
import {formatPick} from "../../src/base/pick-text.js";
import {filterWords} from "../../src/filters/filter-words.js";
import {parseFilter} from "../../src/filters/parse-filter.js";
import {pickedMask, setMark} from "../../src/filters/picked-mask.js";
import {ColumnSet} from "../../src/tables/column-set.js";
import {defineTable, required} from "../../src/tables/table.js";

const table = defineTable("compounds", "One row per compound.", {compound_id: required("VARCHAR", "Id", "Its id.")});
const set = ColumnSet.of(table, 10, {}, {compound_id: Array.from({length: 10}, (_, i) => `C${String(i)}`)});

describe("pickedMask(filter, set)", () => {
  it("lets the picked rows pass", async () => {
    const rows = formatPick([0, 3, 9], setMark(set));
    expect([...(await pickedMask({kind: "picked", rows}, set))]).toEqual([0b1001, 0b10]);
  });

  it("refuses rows of another set, and what cannot be read", async () => {
    const other = {kind: "picked", rows: formatPick([0], "abc")} as const;
    await expect(pickedMask(other, set)).rejects.toThrow("another set");
    await expect(pickedMask({kind: "picked", rows: "?"}, set)).rejects.toThrow("cannot be read");
  });
});

describe("a picked filter", () => {
  it("is read from JSON and said in words", () => {
    const node = parseFilter({kind: "picked", rows: "a.gAA"});
    expect(node).toEqual({kind: "picked", rows: "a.gAA"});
    expect(filterWords(node, {})).toBe("picked on the Series page");
    expect(() => parseFilter({kind: "picked"})).toThrow("invalid rows");
  });
});
