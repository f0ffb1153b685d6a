import {Kernels, maskLength} from "./kernels.js";
import {countRowBits, type Group, type RowReader, sortByCount, splitRows, STAGED_ROWS} from "./fingerprint-rows.js";
import {type SimilarityMetric, leastCommon} from "./similarity-metric.js";

/** Rows of an index with their similarity to a query, most similar first, then by row. */
export interface Neighbours {
  readonly rows: Uint32Array;
  readonly scores: Float64Array;
}

const MOST_PLANES = 12;
const BLOCK_BYTES = 16;
/** Thresholds whose hits are counted over a part of the rows, to begin near that of the last of the nearest. */
const LEVELS = Float64Array.from({length: 32}, (_, level) => 0.03 * (level + 1));
/** Blocks of 128 rows that are counted for that. */
const SAMPLED_BLOCKS = 1000;
/** A count of bits that no row reaches. */
const NEVER = 0xffff;
/** So many times the rows wanted must be expected at the threshold to begin with. */
const MARGIN = 1.5;

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
  #levels: number | undefined;
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
    const counts = countRowBits(kernels, rows, rowBytes, staged, scratch);
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

  /**
   * The `count` rows most similar to the query; ties by row. Exact: the sample only says at which threshold to begin, and
   * a threshold with fewer hits is followed by a lower one.
   *
   * @throws as `neighbours`
   */
  nearest(query: Uint8Array, metric: SimilarityMetric, count: number): Neighbours {
    const expected = this.#sampleHits(query, metric);
    let level = expected.findLastIndex((hits) => hits >= count * MARGIN);
    for (;;) {
      const threshold = LEVELS[level] ?? 0;
      const hits = this.hits(query, metric, threshold);
      if (hits.rows.length < count && threshold > 0) {
        level--;
        continue;
      }
      const {rows, scores} = rank(hits);
      return {rows: rows.subarray(0, count), scores: scores.subarray(0, count)};
    }
  }

  /** About how many rows reach each level. */
  #sampleHits(query: Uint8Array, metric: SimilarityMetric): number[] {
    const bits = this.#queryBits(query);
    const stride = Math.max(1, Math.floor(this.rowCount / 128 / SAMPLED_BLOCKS));
    const depth = Math.max(7, 32 - Math.clz32(bits.length));
    const padded = this.#writeAddresses(bits);
    const groups = this.#groups;
    const bytes = this.#levelRoom();
    const [table, leasts, out] = [bytes, bytes + 8 * groups.length, bytes + (8 + 2 * LEVELS.length) * groups.length];
    this.#kernels.words(table, groups.length * 2).set(groups.flatMap(({first, end}) => [first, end]));
    const limits = new Uint16Array(this.#kernels.memory.buffer, leasts, groups.length * LEVELS.length);
    groups.forEach(({bits: row}, group) => {
      const most = Math.min(row, bits.length);
      let least = 0;
      LEVELS.forEach((threshold, level) => {
        while (least <= most && metric(least, bits.length, row) < threshold) least++;
        limits[group * LEVELS.length + level] = least > most ? NEVER : least;
      });
    });
    const counts = this.#kernels.words(out, LEVELS.length).fill(0);
    this.#kernels.run.countLevels(
      ...([this.#addresses, padded, depth, table, groups.length, leasts, LEVELS.length] as const),
      ...([stride, this.#planes, out] as const)
    );
    return Array.from(counts, (hits) => hits * stride);
  }

  /** Address of room for a table of the groups, their limits at each level, and the counts. */
  #levelRoom(): number {
    this.#levels ??= this.#kernels.allocate((8 + 2 * LEVELS.length) * this.#groups.length + 4 * LEVELS.length);
    return this.#levels;
  }

  /** Number of bits of each row. */
  rowBits(): Uint16Array<ArrayBuffer> {
    const bits = new Uint16Array(this.rowCount);
    for (const {bits: own, first, end} of this.#groups)
      for (let place = first; place < end; place++) bits[this.#order[place] ?? 0] = own;
    return bits;
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

const setBit = (mask: Uint8Array, row: number): void => {
  mask[row >> 3] = (mask[row >> 3] ?? 0) | (1 << (row & 7));
};
