import {describe, expect, it} from "vitest";
import {collectPages, type Page} from "../../../loaders/http/collect-pages.js";

type Numbers = Page<number, number>;

/** Walks the given pages; the second list, if any, is what a fresh request gets. */
function walk(pages: readonly Numbers[], freshPages: readonly Numbers[] = pages) {
  const asked: string[] = [];
  const result = collectPages<number, number>({
    what: "numbers",
    first: 0,
    idOf: String,
    fetchPage: (cursor, fresh) => {
      asked.push(`${String(cursor)}${fresh ? " fresh" : ""}`);
      return Promise.resolve((fresh ? freshPages : pages)[cursor] ?? {items: [], next: null, total: null});
    }
  });
  return {result, asked};
}

describe("collectPages(walk)", () => {
  it("takes every item of every page in order", async () => {
    const {result} = walk([
      {items: [1, 2], next: 1, total: 3},
      {items: [3], next: null, total: null}
    ]);
    expect(await result).toEqual({items: [1, 2, 3], total: 3, warnings: []});
  });

  it("ends at an empty page even when another is promised", async () => {
    const {result, asked} = walk([
      {items: [1], next: 1, total: null},
      {items: [], next: 2, total: null}
    ]);
    expect((await result).items).toEqual([1]);
    expect(asked).toEqual(["0", "1"]);
  });

  it("is empty for a source with nothing", async () => {
    expect(await walk([{items: [], next: null, total: 0}]).result).toEqual({items: [], total: 0, warnings: []});
  });

  it("takes an item once", async () => {
    const {result} = walk([
      {items: [1, 2], next: 1, total: 3},
      {items: [2, 3], next: null, total: 3}
    ]);
    expect((await result).items).toEqual([1, 2, 3]);
  });

  it("asks once more for a page that repeats another", async () => {
    const pages = [
      {items: [1, 2], next: 1, total: 4},
      {items: [1, 2], next: null, total: 4}
    ];
    const {result, asked} = walk(pages, [pages[0]!, {items: [3, 4], next: null, total: 4}]);
    expect((await result).items).toEqual([1, 2, 3, 4]);
    expect(asked).toEqual(["0", "1", "1 fresh"]);
  });

  it("refuses a page that keeps repeating another", async () => {
    const {result} = walk([
      {items: [1, 2], next: 1, total: 4},
      {items: [1, 2], next: null, total: 4}
    ]);
    await expect(result).rejects.toThrow("page 2 of numbers only repeats earlier ones");
  });

  it("walks a short list again and joins both", async () => {
    const {result} = walk([{items: [1, 2], next: null, total: 3}], [{items: [2, 3], next: null, total: 3}]);
    expect(await result).toEqual({items: [1, 2, 3], total: 3, warnings: []});
  });

  it("keeps a list that lacks little, with a warning", async () => {
    const items = Array.from({length: 95}, (_, i) => i);
    const {items: got, warnings} = await walk([{items, next: null, total: 100}]).result;
    expect(got).toHaveLength(95);
    expect(warnings).toEqual(["the source counts 100 numbers, 95 different ones came"]);
  });

  it("refuses a list that lacks more than a tenth", async () => {
    const {result} = walk([{items: [1], next: null, total: 100}]);
    await expect(result).rejects.toThrow("counts 100 numbers, 1 different ones came; the incomplete list was not used");
  });
});
