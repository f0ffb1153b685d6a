import {MORGAN_BYTES} from "../chem/morgan-fingerprint.js";
import {FingerprintIndex} from "../kernels/fingerprint-index.js";
import type {CompiledQuery} from "./compiled-query.js";
import {nearestIn, SEGMENT_ROWS} from "./row-segment.js";
import type {SearchStep} from "./search-shard.js";

interface Segment {
  readonly index: FingerprintIndex;
  readonly keys: Uint32Array;
}

/** Fingerprints of a share of a set that were made when it was screened: its similarities need no structure to be read. */
export class FingerprintShard {
  readonly #kernels: WebAssembly.Module;
  readonly #segments: Segment[] = [];
  #waiting: {readonly keys: Uint32Array; readonly fingerprints: Uint8Array}[] = [];
  #waitingCount = 0;
  #count = 0;

  /** @param kernels compiled from src/kernels/assembly */
  constructor(kernels: WebAssembly.Module) {
    this.#kernels = kernels;
  }

  /** Rows that can be searched once they are sealed. */
  get count(): number {
    return this.#count;
  }

  /** Adds rows. @throws when there is not one fingerprint for each key */
  add(keys: Uint32Array, fingerprints: Uint8Array): void {
    if (fingerprints.length !== keys.length * MORGAN_BYTES)
      throw new Error(`invalid fingerprints: ${String(fingerprints.length)} bytes`);
    this.#waiting.push({keys, fingerprints});
    this.#waitingCount += keys.length;
    this.#count += keys.length;
  }

  /** True when so many rows wait that slicing them is worth it. */
  get isDue(): boolean {
    return this.#waitingCount >= SEGMENT_ROWS;
  }

  /** Slices the rows that wait. */
  async seal(): Promise<void> {
    const waiting = this.#waiting;
    if (waiting.length === 0) return;
    this.#waiting = [];
    this.#waitingCount = 0;
    const chunks = waiting.map(({fingerprints}) => fingerprints);
    const index = await FingerprintIndex.build(this.#kernels, chunks, MORGAN_BYTES);
    const keys = new Uint32Array(index.rowCount);
    let at = 0;
    for (const {keys: own} of waiting) {
      keys.set(own, at);
      at += own.length;
    }
    this.#segments.push({index, keys});
  }

  /** Answers a query for similar rows, those that are sealed. @throws when it has no fingerprint */
  *search({query, morgan, metric}: CompiledQuery): Generator<SearchStep> {
    if (morgan === null) throw new Error("invalid query: no fingerprint");
    for (const {index, keys} of this.#segments) {
      const {rows, scores} = nearestIn(index, morgan, metric, query.threshold, query.most);
      yield {keys: Array.from(rows, (row) => keys[row] ?? 0), scores: [...scores], settled: keys.length};
    }
  }
}
