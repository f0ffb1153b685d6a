/** Functions of the WebAssembly module compiled from `assembly/`; addresses and lengths are in bytes. */
export interface KernelFunctions {
  maskOfRange(codes: number, bytes: number, low: number, high: number, keepMissing: number, out: number): void;
  maskAnd(a: number, b: number, out: number, bytes: number): void;
  maskCount(mask: number, bytes: number): number;
  maskDistance(a: number, b: number, bytes: number): number;
  maskRows(mask: number, bytes: number, skip: number, limit: number, out: number): number;
  maskOrdered(mask: number, order: number, length: number, out: number): number;
  histogram(codes: number, mask: number, bytes: number, lanes: number, out: number): void;
  histogramChange(codes: number, before: number, after: number, maskBytes: number, out: number): void;
  cube(active: number, codes: number, mask: number, bytes: number, out: number): void;
  cubeSlice(cube: number, low: number, high: number, keepMissing: number, out: number): void;
  slice(rows: number, rowBytes: number, slices: number, sliceBytes: number, firstRow: number, scratch: number): void;
  rowCounts(rows: number, rowBytes: number, count: number, out: number): void;
  sliceAll(addresses: number, count: number, bytes: number, out: number): void;
  sliceNone(addresses: number, count: number, bytes: number, out: number): void;
  search(
    addresses: number,
    count: number,
    depth: number,
    groups: number,
    groupCount: number,
    planes: number,
    out: number,
    limit: number
  ): number;
  countLevels(
    addresses: number,
    count: number,
    depth: number,
    groups: number,
    groupCount: number,
    leasts: number,
    levels: number,
    stride: number,
    planes: number,
    out: number
  ): void;
  forestScores(nodes: number, count: number, leaves: number, block: number, waiting: number, scores: number): void;
}

const PAGE_BYTES = 65_536;
const MOST_PAGES = 65_536;
const FIRST_ADDRESS = 1024;
const ALIGNMENT = 64;

/** Length in bytes of a bit mask over so many rows: whole blocks of 128 rows. */
export const maskLength = (rowCount: number): number => Math.ceil(rowCount / 128) * 16;

/**
 * The kernels with a memory of their own. Whoever opens one owns it; nothing is freed piece by piece: dropping the
 * last reference to it frees all of it. Views are made when they are used, as growing the memory detaches them.
 */
export class Kernels {
  #next = FIRST_ADDRESS;

  private constructor(
    readonly run: KernelFunctions,
    readonly memory: WebAssembly.Memory
  ) {}

  /**
   * @param module compiled from `assembly/` (loaders/compile-kernels.ts)
   * @throws when the module is not that module
   */
  static async open(module: WebAssembly.Module): Promise<Kernels> {
    const memory = new WebAssembly.Memory({initial: 1, maximum: MOST_PAGES});
    const {exports} = await WebAssembly.instantiate(module, {env: {memory}});
    if (!hasKernels(exports)) throw new Error(`invalid kernels: ${Object.keys(exports).join(", ")}`);
    return new Kernels(exports, memory);
  }

  /**
   * Address of new bytes, all zero, aligned to 64.
   *
   * @throws when 4 GiB are not enough, or the device has no memory left
   */
  allocate(bytes: number): number {
    const address = this.#next;
    this.#next = Math.ceil((address + bytes) / ALIGNMENT) * ALIGNMENT;
    const missing = Math.ceil(this.#next / PAGE_BYTES) - this.memory.buffer.byteLength / PAGE_BYTES;
    if (missing > 0) this.memory.grow(missing);
    return address;
  }

  /** Bytes of the memory as they are now; valid until the next `allocate`. */
  bytes(address: number, length: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.memory.buffer, address, length);
  }

  /** 32-bit words of the memory as they are now; valid until the next `allocate`. */
  words(address: number, length: number): Uint32Array<ArrayBuffer> {
    return new Uint32Array(this.memory.buffer, address, length);
  }

  /** Single-precision numbers of the memory as they are now; valid until the next `allocate`. */
  floats(address: number, length: number): Float32Array<ArrayBuffer> {
    return new Float32Array(this.memory.buffer, address, length);
  }
}

function hasKernels(exports: object): exports is KernelFunctions {
  return "maskOfRange" in exports && "histogram" in exports && "search" in exports && "forestScores" in exports;
}
