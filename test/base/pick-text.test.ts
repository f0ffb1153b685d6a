import {describe, expect, it} from "vitest";
import {formatPick, listMark, parsePick} from "../../src/base/pick-text.js";

const mark = listMark(["A", "B"]);

describe("formatPick(rows, mark)", () => {
  it.each([[[0]], [[0, 1, 2, 3]], [[5, 130, 16_500, 2_100_000]], [Array.from({length: 900}, (_, i) => i * 2)]])(
    "is read back by parsePick: %j",
    (rows) => {
      expect(parsePick(formatPick(rows, mark), mark)).toEqual({rows: Uint32Array.from(rows)});
    }
  );

  it("is empty for no rows", () => {
    expect(formatPick([], mark)).toBe("");
  });

  it("takes at most one bit per row of the list", () => {
    const dense = Array.from({length: 18_000}, (_, row) => row);
    expect(formatPick(dense, mark).length).toBeLessThan(18_000 / 6 + 20);
  });

  it("holds nothing that an address must escape", () => {
    expect(encodeURIComponent(formatPick([1, 63, 64, 1000, 70_000], mark))).toBe(
      formatPick([1, 63, 64, 1000, 70_000], mark)
    );
  });
});

describe("parsePick(text, mark)", () => {
  it("says when the rows are those of another list", () => {
    expect(parsePick(formatPick([1], listMark(["A", "C"])), mark)).toEqual({other: true});
  });

  it.each(["", "x", `${mark}.g`, `${mark}.x12`, `${mark}.g12%`, `${mark}.gA`])("refuses %j", (text) => {
    expect(parsePick(text, mark)).toBeNull();
  });
});

describe("listMark(ids)", () => {
  it("tells orders and borders of ids apart", () => {
    const marks = [["A", "B"], ["B", "A"], ["AB"], ["A"], []].map(listMark);
    expect(new Set(marks).size).toBe(5);
  });
});
