import {describe, expect, it} from "vitest";
import {tableMove} from "../../src/components/virtual-table-keys.js";

const key = (name: string, modifiers = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...modifiers
});

describe("tableMove(event)", () => {
  it("moves by one row with arrows and with j and k", () => {
    expect(["ArrowDown", "j", "ArrowUp", "k"].map((name) => tableMove(key(name)))).toEqual([
      {kind: "row", by: 1},
      {kind: "row", by: 1},
      {kind: "row", by: -1},
      {kind: "row", by: -1}
    ]);
  });

  it("selects with x", () => {
    expect(tableMove(key("x"))).toEqual({kind: "select"});
  });

  it("leaves keys with a modifier to the browser", () => {
    expect(tableMove(key("x", {ctrlKey: true}))).toBeNull();
  });

  it("leaves other keys alone", () => {
    expect(tableMove(key("Tab"))).toBeNull();
  });
});
