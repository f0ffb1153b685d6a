import {describe, expect, it} from "vitest";
import {groupDuplicates} from "../../src/screening/group-duplicates.js";
import {packTexts} from "../../src/tables/text-pack.js";

const group = async (...keys: (string | null)[]): Promise<[number[], number[]]> => {
  const {firsts, copies} = await groupDuplicates(packTexts(keys));
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
  it("tells thousands of keys apart, also those that begin alike", async () => {
    const keys = Array.from({length: 5000}, (_, row) => `AAAAAAAAAAAAAA-${String(row % 2500)}`);
    const [firsts, copies] = await group(...keys);
    expect(firsts).toEqual(keys.map((_, row) => row % 2500));
    expect(new Set(copies)).toEqual(new Set([2]));
  });
  it("is empty for no rows", async () => expect(await group()).toEqual([[], []]));
  it("pauses, so that a page can answer meanwhile", async () => {
    let pauses = 0;
    await groupDuplicates(packTexts(new Array<string>(100_000).fill("A")), () => Promise.resolve(void pauses++));
    expect(pauses).toBeGreaterThan(4);
  });
});
