import {describe, expect, it} from "vitest";
import {MORGAN_BYTES} from "../../src/chem/morgan-fingerprint.js";
import {PATH_BYTES} from "../../src/chem/path-fingerprint.js";
import {
  buffersOfBlock,
  joinStructures,
  packedAt,
  type RowBlock,
  RowBlockBuilder,
  smilesAt
} from "../../src/search/row-block.js";
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

describe("joinStructures(blocks)", () => {
  it("keeps the structures of all blocks, in their order", () => {
    const joined = joinStructures([blockOf([1, 2]), blockOf([]), blockOf(MANY)]);
    const read = Array.from(joined.ends, (_, row) => [packedAt(joined, row)?.length ?? null, smilesAt(joined, row)]);
    expect(read).toEqual(
      [1, 2, ...MANY].map((number) => [partsOf(number).packed?.length ?? null, partsOf(number).smiles])
    );
  });
  it("is empty for no blocks", () => expect(joinStructures([]).ends).toHaveLength(0));
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
