import {describe, expect, it} from "vitest";
import type {FilterNode} from "../../src/filters/filter-node.js";
import {filterWords} from "../../src/filters/filter-words.js";
import {alertColumns} from "../../src/tables/alert-columns.js";
import {ruleColumns} from "../../src/tables/compounds.js";
import {smallSet} from "./small-set.js";

const {columns} = smallSet.table;
const heavy: FilterNode = {kind: "range", column: "mw_da", min: null, max: 131.6, keepMissing: false};
const named: FilterNode = {kind: "text", column: "name", how: "contains", text: "nib", keepMissing: true};

describe("filterWords(node, columns)", () => {
  it("names column, limits and unit, with all the digits of a limit", () => {
    expect(filterWords(heavy, columns)).toBe("MW at most 131.6 Da");
  });
  it("says how many limits of a rule set or alerts are allowed", () => {
    const most = (column: string, max: number): FilterNode => ({
      kind: "range",
      column,
      min: null,
      max,
      keepMissing: false
    });
    const known = {...ruleColumns, ...alertColumns};
    expect(filterWords(most("veber_violations", 0), known)).toBe("Veber: no limit broken");
    expect(filterWords(most("lipinski_violations", 1), known)).toBe("Lipinski: at most 1 limit broken");
    expect(filterWords(most("pains_alerts", 0), known)).toBe("PAINS: no alert");
    expect(filterWords(most("brenk_alerts", 2), known)).toBe("Brenk: at most 2 alerts");
    expect(filterWords(most("n_alerts", 0), known)).toBe("no structural alert");
    expect(filterWords({...most("n_alerts", 3), min: 1} as FilterNode, known)).toBe("Alerts 1 to 3");
  });
  it("names a column that is not there by its name", () => {
    expect(filterWords({...heavy, column: "own"} as FilterNode, columns)).toBe("own at most 131.6");
  });
  it("words groups", () => {
    expect(filterWords({kind: "any", of: [heavy, named]}, columns)).toBe(
      "(MW at most 131.6 Da or Name contains “nib” or is missing)"
    );
    expect(filterWords({kind: "none", of: [heavy]}, columns)).toBe("not MW at most 131.6 Da");
    expect(filterWords({kind: "none", of: [heavy, heavy]}, columns)).toMatch(/^not \(.* or .*\)$/);
    expect(filterWords({kind: "all", of: [heavy]}, columns)).toBe("MW at most 131.6 Da");
    expect(filterWords({kind: "all", of: []}, columns)).toBe("no condition");
    expect(filterWords({kind: "any", of: []}, columns)).toBe("any of nothing");
  });
  it("words a search, its measure, and a drawing", () => {
    const search: FilterNode = {kind: "search", how: "similar", query: "CCO", least: 0.6, metric: "dice"};
    expect(filterWords(search, columns)).toBe("structure is similar to CCO (dice at least 0.6)");
    const drawn: FilterNode = {...search, how: "not contains", query: "\n  x\n\nM  END"};
    expect(filterWords(drawn, columns)).toBe("structure does not contain the drawn structure");
  });
  it("shortens a long query", () => {
    const long: FilterNode = {kind: "search", how: "exact", query: "C".repeat(200), least: 0, metric: "tanimoto"};
    expect(filterWords(long, columns)).toHaveLength(73);
  });
});
