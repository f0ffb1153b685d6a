import type {Kernels} from "./kernels.js";

/** A column as the cube needs it: addresses of its byte column and of its 256 counters. */
export interface CountedColumn {
  readonly name: string;
  readonly codes: number;
  readonly counts: number;
}

const CUBE_BYTES = 256 * 1024;

/**
 * Counts of every other column for every range of one column, so that a move of its brush costs a subtraction of two
 * histograms whatever the number of rows. Good as long as no other filter changes.
 */
export class PrefixCube {
  readonly #kernels: Kernels;
  readonly #addresses: number[] = [];
  #active: CountedColumn | null = null;
  #others: readonly CountedColumn[] = [];
  #count: number | null = null;

  constructor(kernels: Kernels) {
    this.#kernels = kernels;
  }

  /** Name of the column that is brushed, or null. */
  get name(): string | null {
    return this.#active?.name ?? null;
  }

  /** Number of rows that pass at the last move; null before the first. */
  get count(): number | null {
    return this.#count;
  }

  /**
   * Counts for a column. The counters of `active` must be up to date.
   *
   * @param bytes length of the byte columns
   * @param maskFor address of the mask of the rows to count for another column; read at once
   */
  build(
    active: CountedColumn,
    others: readonly CountedColumn[],
    bytes: number,
    maskFor: (other: CountedColumn) => number
  ): void {
    while (this.#addresses.length < others.length) this.#addresses.push(this.#kernels.allocate(CUBE_BYTES));
    others.forEach((other, i) => {
      this.#kernels.run.cube(active.codes, other.codes, maskFor(other), bytes, this.#addresses[i] ?? 0);
    });
    this.#active = active;
    this.#others = others;
    this.#count = null;
  }

  /** Writes the counters of the other columns for the rows whose byte is in low..high. */
  move(low: number, high: number, keepMissing: boolean): void {
    if (!this.#active) throw new Error("invalid move: no cube was built");
    this.#others.forEach(({counts}, i) => {
      this.#kernels.run.cubeSlice(this.#addresses[i] ?? 0, low, high, Number(keepMissing), counts);
    });
    const own = this.#kernels.words(this.#active.counts, 256);
    this.#count = own.subarray(low, high + 1).reduce((sum, n) => sum + n, 0) + (keepMissing ? (own[0] ?? 0) : 0);
  }

  close(): void {
    this.#active = null;
    this.#others = [];
    this.#count = null;
  }
}
