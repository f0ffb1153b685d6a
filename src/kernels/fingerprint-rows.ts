import type {Kernels} from "./kernels.js";

/** Rows with the same number of bits lie together: first..end-1 in the index's own order. */
export interface Group {
  readonly bits: number;
  readonly first: number;
  readonly end: number;
}

/** Rows copied into the kernels' memory at a time. */
export const STAGED_ROWS = 1024;

/** Reads a row of a set of fingerprints. */
export type RowReader = (row: number) => Uint8Array;

/** A set of fingerprints, by row. */
export interface Rows extends RowReader {
  readonly count: number;
}

/** Rows that lie in several chunks, as one list. */
export function splitRows(chunks: readonly Uint8Array[], rowBytes: number): Rows {
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

/** Number of bits of every row. */
export function countRowBits(
  kernels: Kernels,
  rows: Rows,
  rowBytes: number,
  staged: number,
  scratch: number
): Uint16Array {
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
export function sortByCount(counts: Uint16Array, mostBits: number): {order: Uint32Array; groups: Group[]} {
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
