import {type Kernels, maskLength} from "./kernels.js";

/** Named bit masks over the rows of a set, joined by AND. Bits beyond the last row never pass. */
export class FilterMasks {
  /** Length of a mask in bytes; eight times that is the length of a byte column. */
  readonly bytes: number;
  /** Mask of all rows. */
  readonly present: number;
  readonly #kernels: Kernels;
  readonly #addresses = new Map<string, number>();
  readonly #spare: number[] = [];

  constructor(kernels: Kernels, rowCount: number) {
    this.#kernels = kernels;
    this.bytes = maskLength(rowCount);
    this.present = kernels.allocate(this.bytes);
    const present = kernels.bytes(this.present, this.bytes);
    present.fill(255, 0, rowCount >> 3);
    if (rowCount & 7) present[rowCount >> 3] = (1 << (rowCount & 7)) - 1;
  }

  /** Names of the filters that are set, in the order they were first set or arranged. */
  get names(): string[] {
    return [...this.#addresses.keys()];
  }

  /** Puts the filters in the order of some names; those not named follow as they were, and names of none are left out. */
  arrange(order: readonly string[]): void {
    const named = new Set(order.filter((name) => this.#addresses.has(name)));
    for (const name of new Set([...named, ...this.names])) {
      const address = this.#addresses.get(name);
      if (address === undefined) continue;
      this.#addresses.delete(name);
      this.#addresses.set(name, address);
    }
  }

  has(name: string): boolean {
    return this.#addresses.has(name);
  }

  /** Address of the mask of a filter, made when it is not there; its bits are then whatever was there before. */
  open(name: string): number {
    const address = this.#addresses.get(name) ?? this.#spare.pop() ?? this.#kernels.allocate(this.bytes);
    this.#addresses.set(name, address);
    return address;
  }

  /** Lifts a filter; its mask is used again for the next. */
  close(name: string): void {
    const address = this.#addresses.get(name);
    if (address === undefined) return;
    this.#spare.push(address);
    this.#addresses.delete(name);
  }

  /**
   * Writes to `out` the rows that pass all the named filters.
   *
   * @throws when one is not set
   */
  join(names: readonly string[], out: number): void {
    this.copy(this.present, out);
    for (const name of names) {
      const address = this.#addresses.get(name);
      if (address === undefined) throw new Error(`invalid filter: ${name}`);
      this.#kernels.run.maskAnd(out, address, out, this.bytes);
    }
  }

  copy(from: number, to: number): void {
    this.#kernels.bytes(to, this.bytes).set(this.#kernels.bytes(from, this.bytes));
  }

  /** Number of rows in a mask. */
  count(mask: number): number {
    return this.#kernels.run.maskCount(mask, this.bytes);
  }
}
