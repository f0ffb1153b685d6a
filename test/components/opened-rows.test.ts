import {describe, expect, it} from "vitest";
import {openedRows} from "../../src/components/opened-rows.js";

const node = {} as HTMLElement;
const rows = openedRows({
  opened: new Map([
    [2, node],
    [5, node]
  ]),
  openedHeight: 100,
  rowHeight: 20
});

describe("openedRows(options)", () => {
  it("moves down what lies below an opened row, not the row itself", () => {
    expect([0, 2, 3, 5, 6].map((index) => rows.shift(index))).toEqual([0, 0, 100, 100, 200]);
    expect(rows.total).toBe(200);
  });

  it("finds the row on top while scrolling past what is opened", () => {
    expect([0, 60, 100, 160, 200, 300, 400].map((top) => rows.closedTop(top))).toEqual([0, 60, 60, 60, 100, 120, 200]);
  });

  it("changes nothing when no row is opened", () => {
    const none = openedRows({});
    expect([none.total, none.shift(9), none.closedTop(77)]).toEqual([0, 0, 77]);
  });
});
