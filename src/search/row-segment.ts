import {MORGAN_BYTES} from "../chem/morgan-fingerprint.js";
import {PATH_BYTES} from "../chem/path-fingerprint.js";
import {FingerprintIndex} from "../kernels/fingerprint-index.js";
import type {SimilarityMetric} from "../kernels/similarity-metric.js";
import {countBits} from "./count-bits.js";
import {joinStructures, packedAt, type RowBlock, RowBlockBuilder, type RowStructures, smilesAt} from "./row-block.js";
import {rowsOfMask} from "./row-mask.js";
import type {RowParts} from "./row-parts.js";

/** Most rows of a segment that grows: sliced in some 50 ms; one that is not yet sliced is searched as fast. */
export const SEGMENT_ROWS = 65_536;

interface Slices {
  readonly paths: FingerprintIndex;
  readonly morgan: FingerprintIndex;
}

/** Rows with their keys, in the order in which they come: row by row while it grows, bit-sliced once it is sealed. */
export class RowSegment {
  readonly #growing = new RowBlockBuilder();
  #structures: RowStructures | null = null;
  #sliced: Slices | null = null;
  #keys = new Uint32Array(256);
  /** Bits of each row's path fingerprint. */
  #bits = new Uint16Array(256);
  #count = 0;

  /**
   * A sealed segment of rows that are at hand; what was given is its own from then on.
   *
   * @param module compiled kernels
   * @throws when there is not one key for each row
   */
  static async of(
    keys: Uint32Array<ArrayBuffer>,
    blocks: readonly RowBlock[],
    module: WebAssembly.Module
  ): Promise<RowSegment> {
    const count = blocks.reduce((sum, block) => sum + block.count, 0);
    if (keys.length !== count) throw new Error(`invalid keys: ${String(keys.length)}`);
    const segment = new RowSegment();
    segment.#keys = keys;
    await segment.#slice(blocks, module);
    return segment;
  }

  get count(): number {
    return this.#count;
  }

  get isFull(): boolean {
    return this.#count >= SEGMENT_ROWS || this.#sliced !== null;
  }

  /** Bytes held. */
  get byteLength(): number {
    const {paths, morgan} = this.#sliced ?? this.#growing.view;
    const {structures, ends} = this.#rows;
    const fingerprints = paths.byteLength + morgan.byteLength;
    return fingerprints + structures.length + ends.byteLength + this.#bits.byteLength + this.#keys.byteLength;
  }

  /** Adds a row. @throws when the segment is full or sealed */
  add(key: number, parts: RowParts): void {
    if (this.isFull) throw new Error("invalid row: the segment is full");
    this.#growing.add(parts);
    if (this.#count === this.#bits.length) this.#lengthen();
    this.#keys[this.#count] = key;
    this.#bits[this.#count++] = countBits(parts.paths);
  }

  /** Slices the rows; no more can be added. @param module compiled kernels */
  async seal(module: WebAssembly.Module): Promise<void> {
    if (this.#sliced || this.#count === 0) return;
    const block = this.#growing.take();
    this.#keys = this.#keys.slice(0, this.#count);
    await this.#slice([block], module);
  }

  #lengthen(): void {
    const [keys, bits] = [new Uint32Array(2 * this.#count), new Uint16Array(2 * this.#count)];
    keys.set(this.#keys);
    bits.set(this.#bits);
    this.#keys = keys;
    this.#bits = bits;
  }

  async #slice(blocks: readonly RowBlock[], module: WebAssembly.Module): Promise<void> {
    const [paths, morgan] = [blocks.map((block) => block.paths), blocks.map((block) => block.morgan)];
    const sliced = {
      paths: await FingerprintIndex.build(module, paths, PATH_BYTES),
      morgan: await FingerprintIndex.build(module, morgan, MORGAN_BYTES)
    };
    this.#sliced = sliced;
    this.#structures = joinStructures(blocks);
    this.#bits = sliced.paths.rowBits();
    this.#count = sliced.paths.rowCount;
  }

  get #rows(): RowStructures {
    return this.#structures ?? this.#growing.view;
  }

  /** Keys of some rows. */
  keysOf(rows: Uint32Array): number[] {
    return Array.from(rows, (row) => this.#keys[row] ?? 0);
  }

  /** The packed structure of a row, a view; null when it has none. */
  packed(row: number): Uint8Array | null {
    return packedAt(this.#rows, row);
  }

  /** The SMILES of a row, as it was given. */
  smiles(row: number): string {
    return smilesAt(this.#rows, row);
  }

  /** Rows from `from` on that have all bits of a path fingerprint, those with fewest bits, the likeliest, first. */
  supersets(query: Uint8Array, from: number): Uint32Array {
    const rows = this.#sliced
      ? rowsFrom(rowsOfMask(this.#sliced.paths.supersets(query)), from)
      : this.#scanSupersets(query, from);
    return this.#byBits(rows);
  }

  /** Rows from `from` on whose bits are all in a path fingerprint, those with most bits first. */
  subsets(query: Uint8Array, from: number): Uint32Array {
    const rows = this.#sliced
      ? rowsFrom(rowsOfMask(this.#sliced.paths.subsets(query)), from)
      : this.#scanSubsets(query, from);
    return this.#byBits(rows).reverse();
  }

  /** Rows from `from` on at least as similar to a Morgan fingerprint as the threshold, nearest first. */
  similar(query: Uint8Array, metric: SimilarityMetric, threshold: number, most: number | null, from: number): Scored {
    if (this.#sliced && from === 0) return nearestIn(this.#sliced.morgan, query, metric, threshold, most);
    return this.#scanSimilar(query, metric, threshold, most, from);
  }

  #scanSimilar(
    query: Uint8Array,
    metric: SimilarityMetric,
    threshold: number,
    most: number | null,
    from: number
  ): Scored {
    const {morgan} = this.#growing.view;
    const queryBits = countBits(query);
    const found: {row: number; score: number}[] = [];
    for (let row = from; row < this.#count; row++) {
      const own = morgan.subarray(row * MORGAN_BYTES, (row + 1) * MORGAN_BYTES);
      let [common, bits] = [0, 0];
      for (let at = 0; at < MORGAN_BYTES; at++) {
        const byte = own[at] ?? 0;
        if (byte === 0) continue;
        bits += BITS_OF_BYTE[byte] ?? 0;
        common += BITS_OF_BYTE[byte & (query[at] ?? 0)] ?? 0;
      }
      const score = metric(common, queryBits, bits);
      if (score >= threshold) found.push({row, score});
    }
    found.sort((a, b) => b.score - a.score || a.row - b.row);
    if (most !== null) found.length = Math.min(found.length, most);
    return {rows: Uint32Array.from(found, ({row}) => row), scores: Float64Array.from(found, ({score}) => score)};
  }

  #scan(from: number, matches: (paths: Uint8Array, start: number) => boolean): Uint32Array {
    const {paths} = this.#growing.view;
    const rows: number[] = [];
    for (let row = from; row < this.#count; row++) if (matches(paths, row * PATH_BYTES)) rows.push(row);
    return Uint32Array.from(rows);
  }

  #scanSupersets(query: Uint8Array, from: number): Uint32Array {
    const parts = Array.from(query, (bits, at) => ({at, bits})).filter(({bits}) => bits !== 0);
    return this.#scan(from, (paths, start) => parts.every(({at, bits}) => ((paths[start + at] ?? 0) & bits) === bits));
  }

  #scanSubsets(query: Uint8Array, from: number): Uint32Array {
    const foreign = query.map((bits) => ~bits);
    return this.#scan(from, (paths, start) => foreign.every((bits, at) => ((paths[start + at] ?? 0) & bits) === 0));
  }

  /** Rows, given ascending, by their number of bits, ties by row. */
  #byBits(rows: Uint32Array): Uint32Array {
    const places = new Uint32Array(PATH_BYTES * 8 + 2);
    for (const row of rows) {
      const next = (this.#bits[row] ?? 0) + 1;
      places[next] = (places[next] ?? 0) + 1;
    }
    for (let bits = 1; bits < places.length; bits++) places[bits] = (places[bits] ?? 0) + (places[bits - 1] ?? 0);
    const sorted = new Uint32Array(rows.length);
    for (const row of rows) {
      const bits = this.#bits[row] ?? 0;
      const place = places[bits] ?? 0;
      sorted[place] = row;
      places[bits] = place + 1;
    }
    return sorted;
  }
}

/** Rows with their similarity, nearest first. */
export interface Scored {
  readonly rows: Uint32Array;
  readonly scores: Float64Array;
}

/** Rows of an index at least as similar to a fingerprint as the threshold, nearest first, up to `most`. */
export function nearestIn(
  index: FingerprintIndex,
  query: Uint8Array,
  metric: SimilarityMetric,
  threshold: number,
  most: number | null
): Scored {
  if (most === null) return index.neighbours(query, metric, threshold);
  const {rows, scores} = index.nearest(query, metric, most);
  const below = scores.findIndex((score) => score < threshold);
  const end = below === -1 ? scores.length : below;
  return {rows: rows.subarray(0, end), scores: scores.subarray(0, end)};
}

const BITS_OF_BYTE = Uint8Array.from({length: 256}, (_, byte) => countBits(Uint8Array.of(byte)));

const rowsFrom = (rows: Uint32Array, from: number): Uint32Array =>
  from === 0 ? rows : rows.filter((row) => row >= from);
