import {FingerprintIndex} from "../kernels/fingerprint-index.js";
import type {SimilarityMetric} from "../kernels/similarity-metric.js";
import {rowsOfMask} from "./row-mask.js";
import {countBits, FINGERPRINT_BYTES} from "./search-fingerprints.js";

/** What the search knows of one molecule. */
export interface RowParts {
  /** Of `searchFingerprint`. */
  readonly pattern: Uint8Array;
  /** Of `morganFingerprint`. */
  readonly morgan: Uint8Array;
  /** Of `packTarget`; null for a structure that does not fit. */
  readonly packed: Uint8Array | null;
  readonly smiles: string;
}

/** Most rows of a segment: sliced in some 50 ms, and small enough that one that is not yet sliced is searched as fast. */
export const SEGMENT_ROWS = 65_536;

const FIRST_ROWS = 256;
const STRUCTURE_BYTES = 240;
/** Bytes before a row's structures that tell the length of the first. */
const LENGTH_BYTES = 2;

/** Up to 65,536 rows in the order in which they come: row by row while it grows, bit-sliced once it is sealed. */
export class RowSegment {
  #pattern = new Uint8Array(FIRST_ROWS * FINGERPRINT_BYTES);
  #morgan = new Uint8Array(FIRST_ROWS * FINGERPRINT_BYTES);
  #structures = new Uint8Array(FIRST_ROWS * STRUCTURE_BYTES);
  #ends = new Uint32Array(FIRST_ROWS);
  /** Bits of each row's pattern fingerprint. */
  #bits = new Uint16Array(FIRST_ROWS);
  /** Bits of each row's Morgan fingerprint; empty once sealed. */
  #morganBits = new Uint16Array(FIRST_ROWS);
  #sliced: {readonly pattern: FingerprintIndex; readonly morgan: FingerprintIndex} | null = null;
  #count = 0;

  get count(): number {
    return this.#count;
  }

  get isFull(): boolean {
    return this.#count >= SEGMENT_ROWS || this.#sliced !== null;
  }

  /** Bytes held. */
  get byteLength(): number {
    const rows = this.#sliced
      ? this.#sliced.pattern.byteLength + this.#sliced.morgan.byteLength
      : this.#pattern.length + this.#morgan.length;
    return rows + this.#structures.length + 4 * this.#ends.length + 2 * this.#bits.length;
  }

  /** Adds a row. @throws when the segment is full or sealed */
  add({pattern, morgan, packed, smiles}: RowParts): void {
    if (this.isFull) throw new Error("invalid row: the segment is full");
    const row = this.#count++;
    const start = row === 0 ? 0 : (this.#ends[row - 1] ?? 0);
    const text = new TextEncoder().encode(smiles);
    const length = packed?.length ?? 0;
    const end = start + LENGTH_BYTES + length + text.length;
    this.#reserve(end);
    this.#pattern.set(pattern, row * FINGERPRINT_BYTES);
    this.#morgan.set(morgan, row * FINGERPRINT_BYTES);
    this.#structures[start] = length & 255;
    this.#structures[start + 1] = length >> 8;
    if (packed) this.#structures.set(packed, start + LENGTH_BYTES);
    this.#structures.set(text, start + LENGTH_BYTES + length);
    this.#ends[row] = end;
    this.#bits[row] = countBits(pattern);
    this.#morganBits[row] = countBits(morgan);
  }

  /** Slices the rows; no more can be added. @param module compiled kernels */
  async seal(module: WebAssembly.Module): Promise<void> {
    if (this.#sliced || this.#count === 0) return;
    const bytes = this.#count * FINGERPRINT_BYTES;
    this.#sliced = {
      pattern: await FingerprintIndex.build(module, [this.#pattern.subarray(0, bytes)], FINGERPRINT_BYTES),
      morgan: await FingerprintIndex.build(module, [this.#morgan.subarray(0, bytes)], FINGERPRINT_BYTES)
    };
    this.#pattern = new Uint8Array();
    this.#morgan = new Uint8Array();
    this.#morganBits = new Uint16Array();
    this.#structures = this.#structures.slice(0, this.#ends[this.#count - 1]);
    this.#ends = this.#ends.slice(0, this.#count);
    this.#bits = this.#bits.slice(0, this.#count);
  }

  /** The packed structure of a row, a view; null when it has none. */
  packed(row: number): Uint8Array | null {
    const [start, length] = this.#structure(row);
    return length === 0 ? null : this.#structures.subarray(start, start + length);
  }

  /** The SMILES of a row, as it was given. */
  smiles(row: number): string {
    const [start, length] = this.#structure(row);
    return new TextDecoder().decode(this.#structures.subarray(start + length, this.#ends[row]));
  }

  #structure(row: number): [start: number, packedLength: number] {
    const start = row === 0 ? 0 : (this.#ends[row - 1] ?? 0);
    const length = (this.#structures[start] ?? 0) + 256 * (this.#structures[start + 1] ?? 0);
    return [start + LENGTH_BYTES, length];
  }

  /** Rows from `from` on that have all bits of a pattern fingerprint, those with fewest bits, the likeliest, first. */
  supersets(query: Uint8Array, from: number): Uint32Array {
    const rows = this.#sliced
      ? rowsFrom(rowsOfMask(this.#sliced.pattern.supersets(query)), from)
      : this.#scanSupersets(query, from);
    return this.#byBits(rows);
  }

  /** Rows from `from` on whose bits are all in a pattern fingerprint, those with most bits first. */
  subsets(query: Uint8Array, from: number): Uint32Array {
    const rows = this.#sliced
      ? rowsFrom(rowsOfMask(this.#sliced.pattern.subsets(query)), from)
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
    const parts = setBytes(query);
    const queryBits = countBits(query);
    const found: {row: number; score: number}[] = [];
    for (let row = from; row < this.#count; row++) {
      let common = 0;
      for (const {at, bits} of parts)
        common += BITS_OF_BYTE[(this.#morgan[row * FINGERPRINT_BYTES + at] ?? 0) & bits] ?? 0;
      const score = metric(common, queryBits, this.#morganBits[row] ?? 0);
      if (score >= threshold) found.push({row, score});
    }
    found.sort((a, b) => b.score - a.score || a.row - b.row);
    if (most !== null) found.length = Math.min(found.length, most);
    return {rows: Uint32Array.from(found, ({row}) => row), scores: Float64Array.from(found, ({score}) => score)};
  }

  #scan(from: number, matches: (start: number) => boolean): Uint32Array {
    const rows: number[] = [];
    for (let row = from; row < this.#count; row++) if (matches(row * FINGERPRINT_BYTES)) rows.push(row);
    return Uint32Array.from(rows);
  }

  #scanSupersets(query: Uint8Array, from: number): Uint32Array {
    const parts = setBytes(query);
    return this.#scan(from, (start) => parts.every(({at, bits}) => ((this.#pattern[start + at] ?? 0) & bits) === bits));
  }

  #scanSubsets(query: Uint8Array, from: number): Uint32Array {
    const foreign = query.map((bits) => ~bits);
    return this.#scan(from, (start) => foreign.every((bits, at) => ((this.#pattern[start + at] ?? 0) & bits) === 0));
  }

  /** Rows, given ascending, by their number of bits, ties by row. */
  #byBits(rows: Uint32Array): Uint32Array {
    const places = new Uint32Array(FINGERPRINT_BYTES * 8 + 2);
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

  #reserve(structureBytes: number): void {
    if (this.#count > this.#ends.length) {
      this.#pattern = longer(this.#pattern);
      this.#morgan = longer(this.#morgan);
      this.#ends = longer(this.#ends);
      this.#bits = longer(this.#bits);
      this.#morganBits = longer(this.#morganBits);
    }
    while (structureBytes > this.#structures.length) this.#structures = longer(this.#structures);
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

/** The bytes of a fingerprint that have a bit set. */
const setBytes = (fingerprint: Uint8Array): {readonly at: number; readonly bits: number}[] =>
  Array.from(fingerprint, (bits, at) => ({at, bits})).filter(({bits}) => bits !== 0);

const rowsFrom = (rows: Uint32Array, from: number): Uint32Array =>
  from === 0 ? rows : rows.filter((row) => row >= from);

function longer<T extends Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(old: T): T {
  const Constructor = old.constructor as new (length: number) => T;
  const grown = new Constructor(old.length * 2);
  grown.set(old);
  return grown;
}
