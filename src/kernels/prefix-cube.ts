import type {Kernels} from "./kernels.js";

/** A column as the cube needs it: addresses of its byte column and of its 256 counters. */
export interface CountedColumn {
  readonly name: string;
  readonly codes: number;
  readonly counts: number;
}

const CUBE_BYTES = 256 * 1024;

/** Bytes of the brushed column that pass. */
interface Span {
  readonly low: number;
  readonly high: number;
  readonly keepMissing: boolean;
}

/**
 * Counts of other columns for every range of one column, so that a move of its brush costs a subtraction of two
 * histograms whatever the number of rows. A column is counted when it is first asked for: of many columns few are looked
 * at. Good as long as no other filter changes.
 */
export class PrefixCube {
  readonly #kernels: Kernels;
  readonly #free: number[] = [];
  /** Where the counts of each column lie that was asked for. */
  readonly #places = new Map<CountedColumn, number>();
  #active: CountedColumn | null = null;
  #span: Span | null = null;
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

  /** The columns whose counters this cube has written. */
  get written(): readonly CountedColumn[] {
    return [...this.#places.keys()];
  }

  /** Begins with a column, whose counters must be up to date. */
  open(active: CountedColumn): void {
    this.close();
    this.#active = active;
  }

  /** Lets the rows pass whose byte is in low..high. */
  move(low: number, high: number, keepMissing: boolean): void {
    if (!this.#active) throw new Error("invalid move: no cube is open");
    this.#span = {low, high, keepMissing};
    const own = this.#kernels.words(this.#active.counts, 256);
    this.#count = own.subarray(low, high + 1).reduce((sum, n) => sum + n, 0) + (keepMissing ? (own[0] ?? 0) : 0);
  }

  /**
   * Writes the counters of another column for the rows that pass.
   *
   * @param bytes length of the byte columns
   * @param maskFor address of the mask of the rows that every other filter lets pass; asked for once, and read at once
   */
  write(other: CountedColumn, bytes: number, maskFor: () => number): void {
    if (!this.#active || !this.#span) throw new Error("invalid column: the cube was not moved");
    const known = this.#places.get(other);
    const address = known ?? this.#free.pop() ?? this.#kernels.allocate(CUBE_BYTES);
    if (known === undefined) {
      this.#kernels.run.cube(this.#active.codes, other.codes, maskFor(), bytes, address);
      this.#places.set(other, address);
    }
    const {low, high, keepMissing} = this.#span;
    this.#kernels.run.cubeSlice(address, low, high, Number(keepMissing), other.counts);
  }

  close(): void {
    this.#free.push(...this.#places.values());
    this.#places.clear();
    this.#active = null;
    this.#span = null;
    this.#count = null;
  }
}
