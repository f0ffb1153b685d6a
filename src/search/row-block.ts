import {MORGAN_BYTES} from "../chem/morgan-fingerprint.js";
import {PATH_BYTES} from "../chem/path-fingerprint.js";
import type {RowParts} from "./row-parts.js";

/** What the search keeps of some rows, in blocks of memory that one thread can hand to another. */
export interface RowBlock {
  readonly count: number;
  /** Path fingerprints, `PATH_BYTES` a row. */
  readonly paths: Uint8Array<ArrayBuffer>;
  /** Morgan fingerprints, `MORGAN_BYTES` a row. */
  readonly morgan: Uint8Array<ArrayBuffer>;
  /** Packed structure and SMILES of each row, read by `packedAt` and `smilesAt`. */
  readonly structures: Uint8Array<ArrayBuffer>;
  /** Where each row's structures end. */
  readonly ends: Uint32Array<ArrayBuffer>;
}

/** The structures of a block. */
export type RowStructures = Pick<RowBlock, "structures" | "ends">;

/** Bytes before a row's packed structure that tell its length. */
const LENGTH_BYTES = 2;
const FIRST_ROWS = 64;
const TYPICAL_BYTES = 160;

type Bytes = Uint8Array<ArrayBuffer>;

const emptyArrays = (): [paths: Bytes, morgan: Bytes, structures: Bytes, ends: Uint32Array<ArrayBuffer>] => [
  new Uint8Array(FIRST_ROWS * PATH_BYTES),
  new Uint8Array(FIRST_ROWS * MORGAN_BYTES),
  new Uint8Array(FIRST_ROWS * TYPICAL_BYTES),
  new Uint32Array(FIRST_ROWS)
];

/** A block that grows row by row; what was taken is its reader's, and it begins anew. */
export class RowBlockBuilder {
  #count = 0;
  #paths: Bytes;
  #morgan: Bytes;
  #structures: Bytes;
  #ends: Uint32Array<ArrayBuffer>;

  constructor() {
    [this.#paths, this.#morgan, this.#structures, this.#ends] = emptyArrays();
  }

  get count(): number {
    return this.#count;
  }

  /** The rows so far, for reading until the next are added; arrays may be longer than the rows need. */
  get view(): RowBlock {
    const [paths, morgan, structures, ends] = [this.#paths, this.#morgan, this.#structures, this.#ends];
    return {count: this.#count, paths, morgan, structures, ends};
  }

  add({paths, morgan, packed, smiles}: RowParts): void {
    const text = new TextEncoder().encode(smiles);
    const length = packed?.length ?? 0;
    const start = this.#reserve(LENGTH_BYTES + length + text.length);
    const row = this.#count++;
    this.#paths.set(paths, row * PATH_BYTES);
    this.#morgan.set(morgan, row * MORGAN_BYTES);
    this.#structures[start] = length & 255;
    this.#structures[start + 1] = length >> 8;
    if (packed) this.#structures.set(packed, start + LENGTH_BYTES);
    this.#structures.set(text, start + LENGTH_BYTES + length);
    this.#ends[row] = start + LENGTH_BYTES + length + text.length;
  }

  /** Gives the rows away, in arrays of just their length. */
  take(): RowBlock {
    const count = this.#count;
    const block = {
      count,
      paths: trimmed(this.#paths, count * PATH_BYTES),
      morgan: trimmed(this.#morgan, count * MORGAN_BYTES),
      structures: trimmed(this.#structures, startOf(this.#ends, count)),
      ends: trimmed(this.#ends, count)
    };
    this.#count = 0;
    [this.#paths, this.#morgan, this.#structures, this.#ends] = emptyArrays();
    return block;
  }

  /** Makes room for a row; tells where its structures begin. */
  #reserve(structureBytes: number): number {
    const start = startOf(this.#ends, this.#count);
    this.#paths = longer(this.#paths, (this.#count + 1) * PATH_BYTES);
    this.#morgan = longer(this.#morgan, (this.#count + 1) * MORGAN_BYTES);
    this.#ends = longer(this.#ends, this.#count + 1);
    this.#structures = longer(this.#structures, start + structureBytes);
    return start;
  }
}

/** The structures of blocks, one after another, as those of one. */
export function joinStructures(blocks: readonly RowStructures[]): RowStructures {
  const bytes = blocks.map(({structures, ends}) => structures.subarray(0, startOf(ends, ends.length)));
  const structures = new Uint8Array(bytes.reduce((sum, {length}) => sum + length, 0));
  const ends = new Uint32Array(blocks.reduce((sum, block) => sum + block.ends.length, 0));
  let [start, row] = [0, 0];
  blocks.forEach((block, at) => {
    const own = bytes[at] ?? structures;
    structures.set(own, start);
    for (const end of block.ends) ends[row++] = start + end;
    start += own.length;
  });
  return {structures, ends};
}

const startOf = (ends: Uint32Array, row: number): number => (row === 0 ? 0 : (ends[row - 1] ?? 0));

/** The packed structure of a row, a view; null when it has none. */
export function packedAt({structures, ends}: RowStructures, row: number): Uint8Array | null {
  const start = startOf(ends, row) + LENGTH_BYTES;
  const length = packedLength(structures, start);
  return length === 0 ? null : structures.subarray(start, start + length);
}

/** The SMILES of a row, as it was given. */
export function smilesAt({structures, ends}: RowStructures, row: number): string {
  const start = startOf(ends, row) + LENGTH_BYTES;
  return new TextDecoder().decode(structures.subarray(start + packedLength(structures, start), ends[row]));
}

const packedLength = (structures: Uint8Array, start: number): number =>
  (structures[start - 2] ?? 0) + 256 * (structures[start - 1] ?? 0);

/** Buffers that are handed over, not copied, when a block is sent. */
export const buffersOfBlock = (block: RowBlock): ArrayBuffer[] =>
  [block.paths, block.morgan, block.structures, block.ends].map(({buffer}) => buffer);

/** An array of just so many; itself where it is. */
const trimmed = <T extends Bytes | Uint32Array<ArrayBuffer>>(array: T, length: number): T =>
  array.length === length ? array : (array.slice(0, length) as T);

function longer<T extends Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(old: T, length: number): T {
  if (length <= old.length) return old;
  const Constructor = old.constructor as new (length: number) => T;
  const grown = new Constructor(Math.max(length, 2 * old.length));
  grown.set(old);
  return grown;
}
