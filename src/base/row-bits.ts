/** A choice among rows, one bit for each. */
export class RowBits {
  readonly #bits: Uint8Array;
  /** Rows chosen. */
  readonly size: number;

  /** @param rows in any order; one that is given twice counts once */
  constructor(rows: Iterable<number>, rowCount: number) {
    this.#bits = new Uint8Array(Math.ceil(rowCount / 8));
    let size = 0;
    for (const row of rows) {
      const [place, bit] = [row >> 3, 1 << (row & 7)];
      const byte = this.#bits[place];
      if (byte === undefined || byte & bit) continue;
      this.#bits[place] = byte | bit;
      size++;
    }
    this.size = size;
  }

  /** False for a row that the list does not hold. */
  has(row: number): boolean {
    return (((this.#bits[row >> 3] ?? 0) >> (row & 7)) & 1) === 1;
  }

  /** The rows chosen, ascending. */
  rows(): Uint32Array {
    const rows = new Uint32Array(this.size);
    let next = 0;
    for (let row = 0; row < this.#bits.length * 8; row++) if (this.has(row)) rows[next++] = row;
    return rows;
  }
}
