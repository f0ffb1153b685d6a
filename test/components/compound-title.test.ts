import {describe, expect, it} from "vitest";
import {compoundTitle, idWords, isNumbered} from "../../src/components/compound-title.js";
import {ColumnSet} from "../../src/tables/column-set.js";
import {defineTable, optional, required} from "../../src/tables/table.js";

const set = new ColumnSet(
  defineTable("t", "One row per test.", {
    compound_id: required("VARCHAR", "Id", "Id."),
    set_id: required("VARCHAR", "Set", "Set."),
    line: required("INTEGER", "Line", "Line."),
    name: optional("VARCHAR", "Name", "Name.")
  })
);
set.append([
  {compound_id: "dropped:2", set_id: "dropped", line: 2, name: "nicotine"},
  {compound_id: "dropped:3", set_id: "dropped", line: 3, name: null},
  {compound_id: "CHEMBL3", set_id: "dropped", line: 4, name: "NICOTINE"}
]);
const rows = [0, 1, 2];

describe("isNumbered(set, row)", () => {
  it("is true where the id was made of set and line", () => {
    expect(rows.map((row) => isNumbered(set, row))).toEqual([true, true, false]);
  });
  it("is false in a set without lines", () => expect(isNumbered(set.without(["line"]), 0)).toBe(false));
});

describe("compoundTitle(set, row)", () => {
  it("is the name where the file gave no id, and else the id", () => {
    expect(rows.map((row) => compoundTitle(set, row))).toEqual(["nicotine", "dropped:3", "CHEMBL3"]);
  });
});

describe("idWords(set, row)", () => {
  it("tells the line of what has no id of its own", () => {
    expect(rows.map((row) => idWords(set, row))).toEqual(["line 2", "line 3", "CHEMBL3"]);
  });
});
