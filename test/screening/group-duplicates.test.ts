import {describe, expect, it} from "vitest";
import {groupDuplicates} from "../../src/screening/group-duplicates.js";

const group = async (...keys: (string | null)[]): Promise<[number[], number[]]> => {
  const {firsts, copies} = await groupDuplicates(keys);
  return [[...firsts], [...copies]];
};

describe("groupDuplicates(inchikeys, pause)", () => {
  it("names the first of each group and the size of the group at every row", async () => {
    expect(await group("A", "B", "A", "A")).toEqual([
      [0, 1, 0, 0],
      [3, 1, 3, 3]
    ]);
  });
  it("takes nothing for the same that has no key", async () => {
    expect(await group("", null, "")).toEqual([
      [0, 1, 2],
      [1, 1, 1]
    ]);
  });
  it("is empty for no rows", async () => expect(await group()).toEqual([[], []]));
  it("pauses, so that a page can answer meanwhile", async () => {
    let pauses = 0;
    await groupDuplicates(new Array<string>(100_000).fill("A"), () => Promise.resolve(void pauses++));
    expect(pauses).toBeGreaterThan(4);
  });
});
