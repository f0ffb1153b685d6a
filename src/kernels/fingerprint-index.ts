import {Kernels, maskLength} from "./kernels.js";
import {type SimilarityMetric, leastCommon} from "./similarity-metric.js";

/** Rows of an index with their similarity to a query, most similar first, then by row. */
export interface Neighbours {
  readonly rows: Uint32Array;
  readonly scores: Float64Array;
}

/** Rows with the same number of bits lie together: first..end-1 in the index's own order. */
interface Group {
  readonly bits: number;
  readonly first: number;
  readonly end: number;
}

const STAGED_ROWS = 4096;
const MOST_PLANES = 12;
const BLOCK_BYTES = 16;
const TOP_THRESHOLDS = [0.8, 0.6, 0.45, 0.3, 0.2, 0.1, 0];

/**
 * Fingerprints of a set, bit-sliced: bit b of every row lies in one long bit mask, and rows are sorted by their number
 * of bits. A query reads only the slices of its own bits and the rows whose number of bits allows a hit, and counts
 * 128 rows at a time; answers are exact. One owner: dropping it frees its memory.
 */
export class FingerprintIndex {
  readonly rowCount: number;
  readonly rowBytes: number;
  readonly #kernels: Kernels;
  /** Row at each place of the index's order. */
  readonly #order: Uint32Array;
  readonly #groups: readonly Group[];
  readonly #sliceBytes: number;
  readonly #slices: number;
  readonly #addresses: number;
  readonly #groupTable: number;
  readonly #planes: number;
  #hits: {readonly address: number; readonly capacity: number} = {address: 0, capacity: 0};

  private constructor(kernels: Kernels, rowBytes: number, order: Uint32Array, groups: readonly Group[]) {
    const bits = rowBytes * 8;
    this.#kernels = kernels;
    this.rowCount = order.length;
    this.rowBytes = rowBytes;
    this.#order = order;
    this.#groups = groups;
    this.#sliceBytes = maskLength(order.length);
    // One slice more than there are bits: the last stays empty, to fill up a query to a multiple of eight.
    this.#slices = kernels.allocate((bits + 1) * this.#sliceBytes);
    this.#addresses = kernels.allocate(4 * (bits + 8));
    this.#groupTable = kernels.allocate(12 * (bits + 1));
    this.#planes = kernels.allocate(MOST_PLANES * BLOCK_BYTES);
  }

  /**
   * Slices fingerprints; takes about half a second for a million of 2048 bits.
   *
   * @param module compiled kernels
   * @param chunks whole rows each, row after row; bit b of a row is bit b % 8 of its byte b / 8
   * @param rowBytes bytes of a row, a multiple of 16, at most 511
   * @param pause awaited now and then, so that a page can answer meanwhile
   * @throws when `rowBytes` is not allowed or a chunk holds part of a row
   */
  static async build(
    module: WebAssembly.Module,
    chunks: readonly Uint8Array[],
    rowBytes: number,
    pause: () => Promise<void> = () => Promise.resolve()
  ): Promise<FingerprintIndex> {
    if (rowBytes % 16 !== 0 || rowBytes < 16 || rowBytes > 496)
      throw new Error(`invalid rowBytes: ${String(rowBytes)}`);
    const broken = chunks.find((chunk) => chunk.length % rowBytes !== 0);
    if (broken) throw new Error(`invalid chunk length: ${String(broken.length)}`);
    const kernels = await Kernels.open(module);
    const staged = kernels.allocate(STAGED_ROWS * rowBytes);
    const scratch = kernels.allocate(Math.max(512, 2 * STAGED_ROWS));
    const rows = splitRows(chunks, rowBytes);
    const counts = countBits(kernels, rows, rowBytes, staged, scratch);
    const {order, groups} = sortByCount(counts, rowBytes * 8);
    const index = new FingerprintIndex(kernels, rowBytes, order, groups);
    for (let first = 0; first < order.length; first += STAGED_ROWS) {
      index.#slice(rows, first, staged, scratch);
      await pause();
    }
    return index;
  }

  #slice(rows: RowReader, first: number, staged: number, scratch: number): void {
    const {run} = this.#kernels;
    const count = Math.min(STAGED_ROWS, this.rowCount - first);
    const bytes = this.#kernels.bytes(staged, STAGED_ROWS * this.rowBytes);
    bytes.fill(0, count * this.rowBytes);
    for (let i = 0; i < count; i++) bytes.set(rows(this.#order[first + i] ?? 0), i * this.rowBytes);
    for (let i = 0; i < count; i += 16)
      run.slice(staged + i * this.rowBytes, this.rowBytes, this.#slices, this.#sliceBytes, first + i, scratch);
  }

  /** Bytes of memory held. */
  get byteLength(): number {
    return this.#kernels.memory.buffer.byteLength + this.#order.byteLength;
  }

  /**
   * All rows at least as similar to the query as the threshold.
   *
   * @param query one fingerprint, of `rowBytes` bytes
   * @param threshold 0-1; at 0 every row is a hit
   * @throws when the query has another length or the threshold is not a number
   */
  neighbours(query: Uint8Array, metric: SimilarityMetric, threshold: number): Neighbours {
    return rank(this.hits(query, metric, threshold));
  }

  /** As `neighbours`, but in no useful order: for those who only count. */
  hits(query: Uint8Array, metric: SimilarityMetric, threshold: number): Neighbours {
    if (Number.isNaN(threshold)) throw new Error("invalid threshold: NaN");
    const bits = this.#queryBits(query);
    const groups = this.#groups.map((group) => ({
      ...group,
      least: leastCommon(metric, threshold, bits.length, group.bits)
    }));
    const possible = groups.filter(({bits: row, least}) => least <= Math.min(row, bits.length));
    return this.#scored(this.#search(bits, possible), metric, bits.length);
  }

  /** The `count` rows most similar to the query; ties by row. @throws as `neighbours` */
  nearest(query: Uint8Array, metric: SimilarityMetric, count: number): Neighbours {
    for (const threshold of TOP_THRESHOLDS) {
      const {rows, scores} = this.neighbours(query, metric, threshold);
      if (rows.length >= count || threshold === 0)
        return {rows: rows.subarray(0, count), scores: scores.subarray(0, count)};
    }
    throw new Error("invalid thresholds: the last must be 0");
  }

  /** Mask of the rows that have all bits of the query: a substructure can only be in them. */
  supersets(query: Uint8Array): Uint8Array {
    const bits = this.#queryBits(query);
    const out = this.#hitBuffer(Math.ceil(this.#sliceBytes / 8)).address;
    this.#writeAddresses(bits);
    this.#kernels.run.sliceAll(this.#addresses, bits.length, this.#sliceBytes, out);
    return this.#inRowOrder(this.#kernels.bytes(out, this.#sliceBytes));
  }

  /** Mask of the rows all of whose bits are in the query: only they can be a substructure of it. */
  subsets(query: Uint8Array): Uint8Array {
    const bits = this.#queryBits(query);
    const groups = this.#groups.filter((group) => group.bits <= bits.length);
    const found = this.#search(
      bits,
      groups.map((group) => ({...group, least: group.bits}))
    );
    const mask = new Uint8Array(this.#sliceBytes);
    for (let i = 0; i < found.length; i += 2) setBit(mask, this.#order[found[i] ?? 0] ?? 0);
    return mask;
  }

  #queryBits(query: Uint8Array): number[] {
    if (query.length !== this.rowBytes) throw new Error(`invalid query length: ${String(query.length)}`);
    const bits: number[] = [];
    query.forEach((byte, at) => {
      for (let bit = 0; bit < 8; bit++) if ((byte >> bit) & 1) bits.push(at * 8 + bit);
    });
    return bits;
  }

  #writeAddresses(bits: readonly number[]): number {
    const padded = Math.ceil(bits.length / 8) * 8;
    const addresses = this.#kernels.words(this.#addresses, padded);
    const empty = this.rowBytes * 8;
    for (let i = 0; i < padded; i++) addresses[i] = this.#slices + (bits[i] ?? empty) * this.#sliceBytes;
    return padded;
  }

  /** Pairs (place in the index's order, shared bits); the view is good until the next call. */
  #search(bits: readonly number[], groups: readonly (Group & {readonly least: number})[]): Uint32Array {
    const {run} = this.#kernels;
    const depth = Math.max(7, 32 - Math.clz32(bits.length));
    const padded = this.#writeAddresses(bits);
    this.#kernels
      .words(this.#groupTable, groups.length * 3)
      .set(groups.flatMap(({first, end, least}) => [first, end, least]));
    for (;;) {
      const {address, capacity} = this.#hits;
      const found = run.search(
        ...([this.#addresses, padded, depth, this.#groupTable, groups.length] as const),
        ...([this.#planes, address, capacity] as const)
      );
      if (found <= capacity) return this.#kernels.words(address, found * 2);
      this.#hitBuffer(found);
    }
  }

  #hitBuffer(pairs: number): {readonly address: number; readonly capacity: number} {
    if (this.#hits.capacity < pairs) {
      const capacity = Math.min(Math.max(pairs * 2, 1024), this.rowCount + 128);
      this.#hits = {address: this.#kernels.allocate(8 * capacity), capacity};
    }
    return this.#hits;
  }

  #scored(found: Uint32Array, metric: SimilarityMetric, queryBits: number): Neighbours {
    const counts = this.#countsOf(found);
    const scores = Float64Array.from({length: found.length / 2}, (_, i) =>
      metric(found[2 * i + 1] ?? 0, queryBits, counts[i] ?? 0)
    );
    const rows = Uint32Array.from(scores, (_, i) => this.#order[found[2 * i] ?? 0] ?? 0);
    return {rows, scores};
  }

  /** Number of bits of each found row; hits come in the order of the groups. */
  #countsOf(found: Uint32Array): Uint16Array {
    let at = 0;
    return Uint16Array.from({length: found.length / 2}, (_, i) => {
      while ((this.#groups[at]?.end ?? Infinity) <= (found[2 * i] ?? 0)) at++;
      return this.#groups[at]?.bits ?? 0;
    });
  }

  #inRowOrder(mask: Uint8Array): Uint8Array {
    const out = new Uint8Array(this.#sliceBytes);
    this.#order.forEach((row, place) => {
      if (((mask[place >> 3] ?? 0) >> (place & 7)) & 1) setBit(out, row);
    });
    return out;
  }
}

/** Most similar first, ties by row. */
function rank({rows, scores}: Neighbours): Neighbours {
  const places = Uint32Array.from(rows, (_, i) => i);
  places.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || (rows[a] ?? 0) - (rows[b] ?? 0));
  return {rows: places.map((i) => rows[i] ?? 0), scores: Float64Array.from(places, (i) => scores[i] ?? 0)};
}

type RowReader = (row: number) => Uint8Array;

const setBit = (mask: Uint8Array, row: number): void => {
  mask[row >> 3] = (mask[row >> 3] ?? 0) | (1 << (row & 7));
};

interface Rows extends RowReader {
  readonly count: number;
}

function splitRows(chunks: readonly Uint8Array[], rowBytes: number): Rows {
  const firsts: number[] = [];
  let count = 0;
  for (const chunk of chunks) {
    firsts.push(count);
    count += chunk.length / rowBytes;
  }
  const read = (row: number): Uint8Array => {
    let at = 0;
    let end = firsts.length;
    while (end - at > 1) {
      const middle = (at + end) >> 1;
      if ((firsts[middle] ?? 0) <= row) at = middle;
      else end = middle;
    }
    const start = (row - (firsts[at] ?? 0)) * rowBytes;
    return chunks[at]?.subarray(start, start + rowBytes) ?? new Uint8Array(rowBytes);
  };
  return Object.assign(read, {count});
}

function countBits(kernels: Kernels, rows: Rows, rowBytes: number, staged: number, scratch: number): Uint16Array {
  const counts = new Uint16Array(rows.count);
  for (let first = 0; first < rows.count; first += STAGED_ROWS) {
    const count = Math.min(STAGED_ROWS, rows.count - first);
    const bytes = kernels.bytes(staged, STAGED_ROWS * rowBytes);
    for (let i = 0; i < count; i++) bytes.set(rows(first + i), i * rowBytes);
    kernels.run.rowCounts(staged, rowBytes, count, scratch);
    counts.set(new Uint16Array(kernels.memory.buffer, scratch, count), first);
  }
  return counts;
}

/** Rows sorted by their number of bits, ties in row order, and the run of each number that occurs. */
function sortByCount(counts: Uint16Array, mostBits: number): {order: Uint32Array; groups: Group[]} {
  const ends = new Uint32Array(mostBits + 1);
  for (const bits of counts) ends[bits] = (ends[bits] ?? 0) + 1;
  const groups: Group[] = [];
  let first = 0;
  ends.forEach((count, bits) => {
    if (count > 0) groups.push({bits, first, end: first + count});
    ends[bits] = first;
    first += count;
  });
  const order = new Uint32Array(counts.length);
  counts.forEach((bits, row) => {
    const place = ends[bits] ?? 0;
    order[place] = row;
    ends[bits] = place + 1;
  });
  return {order, groups};
}
