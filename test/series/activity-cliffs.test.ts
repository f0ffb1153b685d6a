import {describe, expect, it} from "vitest";
import {FingerprintIndex} from "../../src/kernels/fingerprint-index.js";
import {activityCliffs} from "../../src/series/activity-cliffs.js";
import {kernels} from "../kernels/compiled.js";

const BYTES = 16;
/** Rows of 16 bytes with the named bits set. */
function bitRows(rows: readonly (readonly number[])[]): Uint8Array {
  const bytes = new Uint8Array(rows.length * BYTES);
  rows.forEach((bits, row) => {
    for (const bit of bits) bytes[row * BYTES + (bit >> 3)]! |= 1 << (bit & 7);
  });
  return bytes;
}

const bytes = bitRows([
  [1, 2, 3, 4],
  [1, 2, 3, 4],
  [1, 2, 3, 5],
  [60, 61]
]);
const index = await FingerprintIndex.build(kernels, [bytes], BYTES);
const cliffs = (activities: readonly number[], similarity = 0.5, difference = 1) =>
  activityCliffs(index, bytes, activities, {similarity, difference});

describe("activityCliffs(index, fingerprints, activities, limits)", () => {
  it("lists pairs beyond both limits, steepest first, the weaker named first", () => {
    expect(cliffs([5, 7, 8, 9])).toEqual([
      {low: 0, high: 1, similarity: 1, difference: 2, sali: null},
      {low: 0, high: 2, similarity: 0.6, difference: 3, sali: 7.5},
      {low: 1, high: 2, similarity: 0.6, difference: 1, sali: 2.5}
    ]);
    expect(cliffs([9, 5, 5, 5])[0]).toMatchObject({low: 1, high: 0});
  });

  it("leaves out rows without a value", () => {
    expect(cliffs([NaN, 7, 8, 9])).toHaveLength(1);
    expect(cliffs([NaN, NaN, NaN, NaN])).toEqual([]);
  });

  it("has no SALI of equal fingerprints, and puts them first, by difference", () => {
    expect(cliffs([5, 5, 5, 5], 1, 0)).toEqual([{low: 0, high: 1, similarity: 1, difference: 0, sali: null}]);
    expect(cliffs([5, 6, 9, 9], 0.5, 0).map(({sali}) => sali)).toEqual([null, 10, 7.5]);
  });
});
