import {describe, expect, it} from "vitest";
import {facetCounts, facetRows, type RowFacet, searchRows, UNKNOWN} from "../../src/components/row-facets.js";

interface Item {
  readonly id: number;
  readonly kinds: readonly string[];
  readonly year: string | null;
}
const rows: readonly Item[] = [
  {id: 1, kinds: ["review"], year: "2020"},
  {id: 2, kinds: ["trial", "review"], year: "2021"},
  {id: 3, kinds: [], year: "2021"},
  {id: 4, kinds: ["trial"], year: null}
];
const kind: RowFacet<Item> = {id: "kind", label: "Kind", values: ({kinds}) => kinds};
const year: RowFacet<Item> = {
  id: "year",
  label: "Year",
  values: ({year: value}) => (value === null ? [] : [value]),
  order: "up"
};
const facets = [kind, year];
const ids = (found: readonly Item[]): number[] => found.map(({id}) => id);

describe("facetRows(rows, facets, chosen)", () => {
  it("gives all rows when nothing is chosen, or what is chosen names no facet", () => {
    expect(ids(facetRows(rows, facets, []))).toEqual([1, 2, 3, 4]);
    expect(ids(facetRows(rows, facets, ["other=x"]))).toEqual([1, 2, 3, 4]);
  });

  it("joins values of a facet by or, facets by and", () => {
    expect(ids(facetRows(rows, facets, ["kind=review", "kind=trial"]))).toEqual([1, 2, 4]);
    expect(ids(facetRows(rows, facets, ["kind=review", "year=2021"]))).toEqual([2]);
  });

  it("finds rows that have no value", () => {
    expect(ids(facetRows(rows, facets, [`kind=${UNKNOWN}`]))).toEqual([3]);
  });
});

describe("facetCounts(rows, facets, chosen, facet)", () => {
  it("counts rows that pass the other facets, the commonest first", () => {
    expect(facetCounts(rows, facets, ["year=2021", "kind=trial"], kind)).toEqual([
      {value: UNKNOWN, n: 1},
      {value: "review", n: 1},
      {value: "trial", n: 1}
    ]);
    expect(facetCounts(rows, facets, [], kind).map(({value, n}) => [value, n])).toEqual([
      ["review", 2],
      ["trial", 2],
      [UNKNOWN, 1]
    ]);
  });

  it("keeps the order of values that have one", () => {
    expect(facetCounts(rows, facets, [], year).map(({value}) => value)).toEqual(["2020", "2021", UNKNOWN]);
  });

  it("keeps a chosen value that no row has, so that it can be lifted", () => {
    expect(facetCounts(rows, facets, ["kind=gone"], kind).at(-1)).toEqual({value: "gone", n: 0});
  });
});

describe("searchRows(rows, text, textsOf)", () => {
  const names = [{name: "Crohn’s in Málaga"}, {name: "Colon and colon"}, {name: null}];
  const search = (text: string) => searchRows(names, text, ({name}) => [name]).length;
  it("finds rows that hold every word in any order, without case and accents", () => {
    expect([search("malaga crohn"), search("COLON"), search("colon crohn")]).toEqual([1, 1, 0]);
  });
  it("gives all rows for no words", () => {
    expect(search("  ")).toBe(3);
  });
});
