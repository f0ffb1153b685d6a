import {describe, expect, it} from "vitest";
import {RowPile} from "../../src/screening/row-pile.js";
import {joinStructures, smilesAt} from "../../src/search/row-block.js";
import {numberedBlock} from "../search/row-blocks.js";

const inOrder = (count: number): Uint32Array => Uint32Array.from({length: count}, (_, row) => row);

describe("RowPile.take(order)", () => {
  it("gives each row with its place in the set, across its pieces", () => {
    const pile = new RowPile();
    const count = 70_000;
    for (let at = 0; at < count; at += 7000) {
      const own = Math.min(7000, count - at);
      pile.append(numberedBlock(at, own), own);
    }
    const order = inOrder(count).reverse();
    const seen = new Set<number>();
    const pieces = pile.take(order) ?? [];
    for (const {rows, blocks} of pieces) {
      const structures = joinStructures(blocks);
      expect(structures.ends).toHaveLength(rows.length);
      rows.forEach((row, at) => {
        if (String(order[row]) === smilesAt(structures, at)) seen.add(row);
      });
    }
    expect([pieces.map(({rows}) => rows.length), seen.size]).toEqual([[63_000, 7000], count]);
  });
  it("holds nothing afterwards", () => {
    const pile = new RowPile();
    pile.append(numberedBlock(0, 2), 2);
    expect(pile.take(inOrder(2))).toHaveLength(1);
    expect(pile.take(inOrder(2))).toBeNull();
  });
  it("is null when rows came without, before or after", () => {
    const pile = new RowPile();
    pile.append(numberedBlock(0, 1), 1);
    pile.append(null, 1);
    pile.append(numberedBlock(2, 1), 1);
    expect(pile.take(inOrder(3))).toBeNull();
  });
  it("is null for no rows, and for an order of other rows", () => {
    expect(new RowPile().take(inOrder(0))).toBeNull();
    const pile = new RowPile();
    pile.append(numberedBlock(0, 1), 1);
    expect(pile.take(inOrder(2))).toBeNull();
  });
});

describe("RowPile.append(block, count)", () => {
  it("takes none of no rows as nothing", () => {
    const pile = new RowPile();
    pile.append(null, 0);
    pile.append(numberedBlock(0, 1), 1);
    expect(pile.take(inOrder(1))).toHaveLength(1);
  });
  it("throws when there are fewer than rows", () => {
    expect(() => {
      new RowPile().append(numberedBlock(0, 1), 2);
    }).toThrow("invalid block: 1 rows");
  });
});
