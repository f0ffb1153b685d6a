import {describe, expect, it} from "vitest";
import {assembleTree} from "../../src/series/scaffold-tree.js";
import {treeRows} from "../../src/series/tree-rows.js";

const parents = new Map([
  ["A", null],
  ["AB", "A"],
  ["AC", "A"],
  ["AD", "A"],
  ["Z", null]
]);
const tree = assembleTree(["AB", "AB", "AC", "AD", "A", "Z", "Z"], parents);
const shown = (open: readonly string[]): string[] =>
  treeRows(tree, new Set(open)).map(({key, depth}) => `${" ".repeat(depth)}${key}`);

describe("treeRows(tree, open)", () => {
  it("shows the roots while nothing is open", () => {
    expect(shown([])).toEqual(["A", "Z"]);
  });

  it("shows what is below an open line, singletons last and as one line", () => {
    expect(shown(["A"])).toEqual(["A", " AB", " A~1", "Z"]);
    expect(shown(["A", "A~1"])).toEqual(["A", " AB", " A~1", "  AC", "  AD", "Z"]);
  });

  it("leaves one singleton among siblings a line of its own", () => {
    const small = assembleTree(["A", "A", "Z"], parents);
    expect(treeRows(small, new Set()).map(({key}) => key)).toEqual(["A", "Z"]);
  });

  it("orders siblings as asked", () => {
    const rows = treeRows(tree, new Set(), (a, b) => (a.smiles < b.smiles ? 1 : -1));
    expect(rows.map(({key}) => key)).toEqual(["Z", "A"]);
  });

  it("says what can be opened", () => {
    expect(treeRows(tree, new Set(["A"])).map(({hasMore, isOpen}) => [hasMore, isOpen])).toEqual([
      [true, true],
      [false, false],
      [true, false],
      [false, false]
    ]);
  });

  it("of an empty tree is empty", () => {
    expect(treeRows(assembleTree([], new Map()), new Set())).toEqual([]);
  });
});

describe("assembleTree(scaffolds, parents)", () => {
  it("leaves out scaffolds that no row stands under", () => {
    expect([...assembleTree(["Z"], parents).keys()]).toEqual(["Z"]);
  });
});
