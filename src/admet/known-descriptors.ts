import {RDKIT_NAMES, type DescriptorName, type Descriptors} from "../tables/descriptor-columns.js";

/** Names of the descriptors in the order in which they are packed. */
export const DESCRIPTOR_NAMES = Object.keys(RDKIT_NAMES) as DescriptorName[];

/**
 * Descriptors of rows `from` to `to` - 1, row after row in the order of `DESCRIPTOR_NAMES`; NaN where missing.
 * @param columns one per descriptor, in that order
 */
export function packDescriptors(columns: readonly Float64Array[], from: number, to: number): Float64Array {
  const packed = new Float64Array((to - from) * columns.length);
  columns.forEach((values, place) => {
    for (let row = from; row < to; row++) packed[(row - from) * columns.length + place] = values[row] ?? NaN;
  });
  return packed;
}

/** The descriptors of one packed row; undefined when one is missing or there is no such row. */
export function unpackDescriptors(packed: Float64Array, row: number): Descriptors | undefined {
  const n = DESCRIPTOR_NAMES.length;
  const values = packed.subarray(row * n, (row + 1) * n);
  if (values.length < n || values.some((value) => !Number.isFinite(value))) return undefined;
  return Object.fromEntries(DESCRIPTOR_NAMES.map((name, place) => [name, values[place]])) as Descriptors;
}
