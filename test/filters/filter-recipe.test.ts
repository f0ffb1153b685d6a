import {describe, expect, it} from "vitest";
import type {FilterNode} from "../../src/filters/filter-node.js";
import {formatRecipe, parseRecipe} from "../../src/filters/filter-recipe.js";

const steps: readonly FilterNode[] = [
  {kind: "range", column: "mw_da", min: 200, max: null, keepMissing: true},
  {kind: "none", of: [{kind: "text", column: "name", how: "matches", text: "^a", keepMissing: false}]},
  {kind: "any", of: [{kind: "search", how: "similar", query: "CCO", least: 0.4, metric: "dice"}]},
  {kind: "sql", where: "mw_da > 3 * n_rings"}
];
const withStep = (step: unknown): string => JSON.stringify({fumehood_filters: 1, name: "x", steps: [step]});

describe("parseRecipe(text)", () => {
  it("reads what formatRecipe writes", () => {
    expect(parseRecipe(formatRecipe({name: "mine", steps}))).toEqual({name: "mine", steps});
  });
  it("fills what a search leaves out", () => {
    expect(parseRecipe(withStep({kind: "search", how: "similar", query: "C"})).steps[0]).toMatchObject({least: 0.5, metric: "tanimoto"}); // prettier-ignore
  });
  it.each([
    ["no JSON", "{", "it is not JSON"],
    ["another file", "{}", "it holds no filters"],
    ["no object", "3", "it holds no filters"],
    ["another version", '{"fumehood_filters": 9}', "version 9"],
    ["no steps", '{"fumehood_filters": 1}', "no list"],
    ["a step that is none", withStep(null), "not an object"],
    ["an unknown kind", withStep({kind: "magic"}), "invalid kind of filter: magic"],
    ["a group without parts", withStep({kind: "any"}), "no list"],
    ["a limit that is text", withStep({kind: "range", column: "a", min: "3"}), "invalid min of a range: 3"],
    ["no column", withStep({kind: "range", column: "", min: 3}), "names no column"],
    ["an unknown comparison", withStep({kind: "text", column: "a", how: "is", text: ""}), "how is is"],
    ["a broken expression", withStep({kind: "text", column: "a", how: "matches", text: "("}), "Invalid regular"],
    ["an unknown search", withStep({kind: "search", how: "near", query: ""}), "how is near"],
    ["a similarity above 1", withStep({kind: "search", how: "similar", query: "C", least: 2}), "invalid similarity: 2"],
    ["an unknown metric", withStep({kind: "search", how: "similar", query: "C", metric: "x"}), "invalid metric: x"],
    ["no condition", withStep({kind: "sql"}), "invalid where"]
  ])("refuses %s, in words", (_, text, words) => {
    expect(() => parseRecipe(text)).toThrow(words);
  });
  it("refuses groups nested without end", () => {
    let node: unknown = steps[0];
    for (let depth = 0; depth < 20; depth++) node = {kind: "all", of: [node]};
    expect(() => parseRecipe(withStep(node))).toThrow("nested deeper");
  });
});
