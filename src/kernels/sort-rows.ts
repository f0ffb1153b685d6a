import {doAtOnce, doInSlices, type SlicedWork} from "../base/sliced-work.js";

const DIGIT_BITS = 16;
const DIGITS = 1 << DIGIT_BITS;
const SIGN = 0x8000;
/** Rows between two places where the work may be left for a while. */
const SLICE = 1 << 15;

/**
 * Row numbers in the order of their values, ties in row order, missing (NaN) last whichever the direction. A radix sort
 * over the bits of the numbers: its time grows with the number of rows only.
 */
export function sortRows(values: Float64Array, descending = false): Uint32Array {
  return doAtOnce(sorting(values, descending));
}

/** As `sortRows`, in slices. @param pause awaited after each, so that a page can answer meanwhile */
export function sortRowsInSlices(
  values: Float64Array,
  descending: boolean,
  pause: () => Promise<void>
): Promise<Uint32Array> {
  return doInSlices(sorting(values, descending), pause);
}

function* sorting(values: Float64Array, descending: boolean): SlicedWork<Uint32Array> {
  let rows = new Uint32Array(values.length);
  const missing: number[] = [];
  let present = 0;
  for (let row = 0; row < values.length; row++) {
    if (Number.isNaN(values[row])) missing.push(row);
    else rows[present++] = row;
    if (row % SLICE === 0) yield;
  }
  rows.set(missing, present);
  const keys = yield* sortableWords(values, descending);
  let spare = rows.slice();
  for (let digit = 0; digit < 4; digit++)
    if (yield* passOver(keys, digit, rows, spare, present)) [rows, spare] = [spare, rows];
  return rows;
}

/**
 * Four 16-bit words per value, low first, whose unsigned order is the order wanted: all bits of a negative number are
 * turned over, of a positive one the sign; for descending order everything once more. -0 is taken as 0.
 */
function* sortableWords(values: Float64Array, descending: boolean): SlicedWork<Uint16Array> {
  const copy = new Float64Array(values.length);
  const words = new Uint16Array(copy.buffer);
  for (let row = 0, i = 0; row < values.length; row++, i += 4) {
    copy[row] = (values[row] ?? NaN) + 0;
    const isNegative = (words[i + 3] ?? 0) >= SIGN;
    const rest = isNegative !== descending ? 0xffff : 0;
    const top = isNegative ? 0xffff : SIGN;
    for (let k = 0; k < 3; k++) words[i + k] = (words[i + k] ?? 0) ^ rest;
    words[i + 3] = (words[i + 3] ?? 0) ^ top ^ (descending ? 0xffff : 0);
    if (row % SLICE === 0) yield;
  }
  return words;
}

/** One stable pass from `from` to `to`; false, and nothing written, when all rows have the same digit. */
function* passOver(
  keys: Uint16Array,
  digit: number,
  from: Uint32Array,
  to: Uint32Array,
  count: number
): SlicedWork<boolean> {
  const ends = new Uint32Array(DIGITS);
  for (let i = 0; i < count; i++) {
    const key = keys[(from[i] ?? 0) * 4 + digit] ?? 0;
    ends[key] = (ends[key] ?? 0) + 1;
    if (i % SLICE === 0) yield;
  }
  if (count === 0 || ends[keys[(from[0] ?? 0) * 4 + digit] ?? 0] === count) return false;
  let sum = 0;
  for (let key = 0; key < DIGITS; key++) {
    const here = ends[key] ?? 0;
    ends[key] = sum;
    sum += here;
  }
  for (let i = 0; i < count; i++) {
    const row = from[i] ?? 0;
    const key = keys[row * 4 + digit] ?? 0;
    const place = ends[key] ?? 0;
    to[place] = row;
    ends[key] = place + 1;
    if (i % SLICE === 0) yield;
  }
  return true;
}
