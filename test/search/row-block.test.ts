import {describe, expect, it} from "vitest";
import {MORGAN_BYTES} from "../../src/chem/morgan-fingerprint.js";
import {PATH_BYTES} from "../../src/chem/path-fingerprint.js";
import {buffersOfBlock, packedAt, type RowBlock, RowBlockBuilder, smilesAt} from "../../src/search/row-block.js";
import type {RowParts} from "../../src/search/row-parts.js";

/** Parts that tell of their number; every third has no packed structure. */
const partsOf = (number: number): RowParts => ({
  paths: new Uint8Array(PATH_BYTES).fill(number),
  morgan: new Uint8Array(MORGAN_BYTES).fill(number + 100),
  packed: number % 3 === 0 ? null : new Uint8Array(number * 7).fill(number),
  smiles: "Ç".repeat(number % 5)
});
const blockOf = (numbers: readonly number[]): RowBlock => {
  const builder = new RowBlockBuilder();
  for (const number of numbers) builder.add(partsOf(number));
  return builder.take();
};
const rowsOf = (block: RowBlock): RowParts[] =>
  Array.from({length: block.count}, (_, row) => {
    const packed = packedAt(block, row);
    return {
      paths: block.paths.slice(row * PATH_BYTES, (row + 1) * PATH_BYTES),
      morgan: block.morgan.slice(row * MORGAN_BYTES, (row + 1) * MORGAN_BYTES),
      packed: packed && packed.slice(),
      smiles: smilesAt(block, row)
    };
  });
const MANY = Array.from({length: 150}, (_, number) => number);

describe("RowBlockBuilder.add(parts)", () => {
  it("keeps what it is given, row after row, however many come", () => {
    expect(rowsOf(blockOf(MANY))).toEqual(MANY.map(partsOf));
  });
  it("keeps a structure of 65,535 bytes", () => {
    const builder = new RowBlockBuilder();
    builder.add({...partsOf(1), packed: new Uint8Array(65_535).fill(3)});
    expect([packedAt(builder.view, 0)?.length, smilesAt(builder.view, 0)]).toEqual([65_535, "Ç"]);
  });
});

describe("RowBlockBuilder.append(block, from, to)", () => {
  it("adds some rows of a block to those that are there", () => {
    const block = blockOf(MANY);
    const builder = new RowBlockBuilder();
    builder.append(block, 10, 12);
    builder.append(block, 0, 0);
    builder.append(block, 90, 150);
    builder.append(block, 0, 3);
    expect(rowsOf(builder.take())).toEqual([...MANY.slice(10, 12), ...MANY.slice(90), 0, 1, 2].map(partsOf));
  });
});

describe("RowBlockBuilder.take()", () => {
  it("gives the rows away and begins anew", () => {
    const builder = new RowBlockBuilder();
    builder.add(partsOf(1));
    const first = builder.take();
    builder.add(partsOf(2));
    expect([rowsOf(first), rowsOf(builder.take()), builder.count]).toEqual([[partsOf(1)], [partsOf(2)], 0]);
  });
  it("takes no more room than the rows need, and none for no rows", () => {
    expect(buffersOfBlock(blockOf([1])).map(({byteLength}) => byteLength)).toEqual([PATH_BYTES, MORGAN_BYTES, 11, 4]);
    expect(buffersOfBlock(blockOf([])).map(({byteLength}) => byteLength)).toEqual([0, 0, 0, 0]);
  });
});
