import {afterAll, describe, expect, it} from "vitest";
import {openNativeStore} from "../../loaders/native-store.js";
import {namedColumns, sqlMask} from "../../src/components/sql-judge.js";
import {isInMask} from "../../src/filters/filter-mask.js";
import {smallSet} from "../filters/small-set.js";

const store = await openNativeStore();
afterAll(async () => {
  await store.close();
});
const rowsOf = async (where: string): Promise<number[]> => {
  const mask = await sqlMask(store, where, smallSet);
  return [0, 1, 2, 3].filter((row) => isInMask(mask, row));
};

describe("sqlMask(store, where, set)", () => {
  it("takes the rows that the condition holds for", async () => {
    expect(await rowsOf("mw_da > 350 AND tpsa_a2 < 130")).toEqual([1, 3]);
    expect(await rowsOf("name ILIKE '%citinib'")).toEqual([0, 3]);
  });
  it("knows missing values as NULL", async () => {
    expect(await rowsOf("clogp IS NULL OR name IS NULL")).toEqual([1]);
    expect(await rowsOf("clogp < 1")).toEqual([3]);
  });
  it("can be asked again", async () => expect(await rowsOf("mw_da < 0")).toEqual([]));
  it("refuses a condition that cannot be read", async () => {
    await expect(rowsOf("mw_da <")).rejects.toThrow();
  });
  it("says what is lacking", async () => {
    await expect(rowsOf(" ")).rejects.toThrow("there is no condition yet");
    await expect(rowsOf("1 = 1")).rejects.toThrow("names no column");
  });
});

describe("namedColumns(where, names)", () => {
  it("finds whole words only", () => {
    expect(namedColumns("mw_da > 3 and own_ß < 2", ["mw", "mw_da", "own_ß", "da"])).toEqual(["mw_da", "own_ß"]);
  });
});
