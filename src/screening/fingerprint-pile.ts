import {MORGAN_BYTES} from "../chem/morgan-fingerprint.js";

/** Fingerprints of some rows of a set, one after another. */
export interface FingerprintChunk {
  /** Row in the set of each fingerprint. */
  readonly rows: Uint32Array<ArrayBuffer>;
  /** Of `morganFingerprint`, `MORGAN_BYTES` each. */
  readonly fingerprints: Uint8Array<ArrayBuffer>;
}

const CHUNK_ROWS = 1 << 14;

/** Fingerprints of rows as they come; none is moved when more come. All are let go when some rows come without. */
export class FingerprintPile {
  #chunks: Uint8Array<ArrayBuffer>[] | null = [];
  #count = 0;

  /** Adds those of so many rows; null when they have none. @throws when there are fewer or more */
  append(fingerprints: Uint8Array<ArrayBuffer> | null, count: number): void {
    if (fingerprints === null && count > 0) this.#chunks = null;
    if (fingerprints === null || this.#chunks === null) return;
    if (fingerprints.length !== count * MORGAN_BYTES)
      throw new Error(`invalid fingerprints: ${String(fingerprints.length)} bytes`);
    for (let from = 0; from < count;) {
      const at = this.#count % CHUNK_ROWS;
      if (at === 0) this.#chunks.push(new Uint8Array(CHUNK_ROWS * MORGAN_BYTES));
      const to = Math.min(count, from + CHUNK_ROWS - at);
      const some = fingerprints.subarray(from * MORGAN_BYTES, to * MORGAN_BYTES);
      this.#chunks.at(-1)?.set(some, at * MORGAN_BYTES);
      this.#count += to - from;
      from = to;
    }
  }

  /**
   * Gives all away: the pile is empty afterwards.
   *
   * @param order row of the pile at each row of the set
   * @returns null when there are none, or not of every row
   */
  take(order: Uint32Array): FingerprintChunk[] | null {
    const [chunks, count] = [this.#chunks, this.#count];
    this.#chunks = [];
    this.#count = 0;
    if (!chunks || count === 0 || count !== order.length) return null;
    const rowOf = new Uint32Array(count);
    order.forEach((piled, row) => {
      rowOf[piled] = row;
    });
    return chunks.map((fingerprints, at) => {
      const rows = rowOf.slice(at * CHUNK_ROWS, (at + 1) * CHUNK_ROWS);
      return {rows, fingerprints: fingerprints.subarray(0, rows.length * MORGAN_BYTES)};
    });
  }
}
