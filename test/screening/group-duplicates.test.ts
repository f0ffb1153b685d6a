import {describe, expect, it} from "vitest";
import {groupDuplicates} from "../../src/screening/group-duplicates.js";

const group = (...keys: (string | null)[]): [number[], number[]] => {
  const {firsts, copies} = groupDuplicates(keys);
  return [[...firsts], [...copies]];
};

describe("groupDuplicates(inchikeys)", () => {
  it("names the first of each group and the size of the group at every row", () => {
    expect(group("A", "B", "A", "A")).toEqual([
      [0, 1, 0, 0],
      [3, 1, 3, 3]
    ]);
  });
  it("takes nothing for the same that has no key", () => {
    expect(group("", null, "")).toEqual([
      [0, 1, 2],
      [1, 1, 1]
    ]);
  });
  it("is empty for no rows", () => expect(group()).toEqual([[], []]));
});
