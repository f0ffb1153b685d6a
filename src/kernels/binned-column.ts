import {type Bars, type Bins, barsOf, binsOf, encodeColumn} from "./column-bins.js";
import type {Kernels} from "./kernels.js";
import type {CountedColumn} from "./prefix-cube.js";

/** A numeric column of the set; NaN is missing. The values are read again when a limit is not a bin edge. */
export interface NumericColumn {
  readonly name: string;
  readonly values: Float64Array;
}

/** A column as bytes in the kernels' memory, with its counters. */
export interface BinnedColumn extends NumericColumn, CountedColumn {
  readonly bins: Bins;
  /** Mask of the rows that the counters count. */
  readonly shown: number;
  readonly background: Bars;
}

/** Where a column lies: its bytes, its counters, the mask of the rows counted. */
export type ColumnPlace = Pick<BinnedColumn, "codes" | "counts" | "shown">;

/** What all columns of a set share: mask of all rows, its length in bytes, room to count in. */
export interface ColumnGround {
  readonly present: number;
  readonly maskBytes: number;
  readonly lanes: number;
}

/** Bytes of 256 counters. */
export const COUNTER_BYTES = 1024;

/** Room for one column; a column that is dropped leaves its place to another. */
export const placeColumn = (kernels: Kernels, {maskBytes}: ColumnGround): ColumnPlace => ({
  codes: kernels.allocate(maskBytes * 8),
  counts: kernels.allocate(COUNTER_BYTES),
  shown: kernels.allocate(maskBytes)
});

/** Bins a column, writes its bytes to its place and counts all rows. */
export function binColumn(
  kernels: Kernels,
  {present, maskBytes, lanes}: ColumnGround,
  {name, values}: NumericColumn,
  place: ColumnPlace
): BinnedColumn {
  const bins = binsOf(values);
  encodeColumn(bins, values, kernels.bytes(place.codes, values.length));
  kernels.bytes(place.shown, maskBytes).set(kernels.bytes(present, maskBytes));
  kernels.run.histogram(place.codes, place.shown, maskBytes * 8, lanes, place.counts);
  return {...place, name, values, bins, background: barsOf(bins, kernels.words(place.counts, 256))};
}
