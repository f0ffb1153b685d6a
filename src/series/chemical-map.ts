import type {Random} from "../base/random.js";

/** Places of rows on a map. */
export interface ChemicalMap {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Share of the variance along each axis, 0-1; null where the map has no such meaning. */
  readonly explained: readonly [number, number] | null;
}

const SWEEPS = 40;

/**
 * Rows on the first two principal components of their fingerprints' bits, centred, not scaled. The sign of an axis is
 * that of its largest loading. All at 0 where rows do not differ.
 *
 * @param bits numbers of the bits that are set, for each row
 * @param size number of bits
 * @param random start of the iteration; the answer does not depend on it but for rounding
 * @see Jolliffe & Cadima 2016, doi:10.1098/rsta.2015.0202; block power iteration: Halko, Martinsson & Tropp 2011, doi:10.1137/090771806
 */
export function principalMap(
  bits: readonly (readonly number[])[],
  size: number,
  random: Random,
  tell: (done: number, total: number) => void = () => undefined
): ChemicalMap {
  const means = bitMeans(bits, size);
  const loadings = [0, 1].map(() => Float64Array.from({length: size}, () => random() - 0.5));
  let scores: Float64Array[] = [new Float64Array(bits.length), new Float64Array(bits.length)];
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    orthonormalise(loadings);
    scores = loadings.map((loading) => project(bits, loading, means));
    loadings.forEach((loading, axis) => {
      unproject(bits, scores[axis] ?? new Float64Array(), means, loading);
    });
    tell(sweep + 1, SWEEPS);
  }
  orthonormalise(loadings);
  const signs = loadings.map((loading) => Math.sign(largest(loading)) || 1);
  const [x = new Float64Array(), y = new Float64Array()] = loadings.map((loading, axis) =>
    project(bits, loading, means).map((value) => value * (signs[axis] ?? 1))
  );
  const total = means.reduce((sum, mean) => sum + mean * (1 - mean), 0) * bits.length;
  const share = (axis: Float64Array): number =>
    total === 0 ? 0 : axis.reduce((sum, value) => sum + value ** 2, 0) / total;
  return {x, y, explained: [share(x), share(y)]};
}

/** Numbers of the bits that are set in a fingerprint. */
export function setBits(fingerprint: Uint8Array): number[] {
  const bits: number[] = [];
  fingerprint.forEach((byte, at) => {
    for (let bit = 0; bit < 8; bit++) if ((byte >> bit) & 1) bits.push(at * 8 + bit);
  });
  return bits;
}

function bitMeans(bits: readonly (readonly number[])[], size: number): Float64Array {
  const means = new Float64Array(size);
  for (const row of bits) for (const bit of row) means[bit] = (means[bit] ?? 0) + 1 / bits.length;
  return means;
}

/** Centred rows times a loading. */
function project(bits: readonly (readonly number[])[], loading: Float64Array, means: Float64Array): Float64Array {
  const offset = means.reduce((sum, mean, bit) => sum + mean * (loading[bit] ?? 0), 0);
  return Float64Array.from(bits, (row) => row.reduce((sum, bit) => sum + (loading[bit] ?? 0), -offset));
}

/** Centred rows, transposed, times scores, into `loading`. */
function unproject(
  bits: readonly (readonly number[])[],
  scores: Float64Array,
  means: Float64Array,
  loading: Float64Array
): void {
  loading.fill(0);
  let sum = 0;
  bits.forEach((row, i) => {
    const score = scores[i] ?? 0;
    sum += score;
    for (const bit of row) loading[bit] = (loading[bit] ?? 0) + score;
  });
  means.forEach((mean, bit) => {
    loading[bit] = (loading[bit] ?? 0) - sum * mean;
  });
}

/** Makes two vectors orthogonal and of length 1; one of length 0 stays so. */
function orthonormalise([first, second]: readonly Float64Array[]): void {
  if (!first || !second) return;
  normalise(first);
  const along = first.reduce((sum, value, i) => sum + value * (second[i] ?? 0), 0);
  first.forEach((value, i) => {
    second[i] = (second[i] ?? 0) - along * value;
  });
  normalise(second);
}

const TINY = 1e-9;

function normalise(vector: Float64Array): void {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value ** 2, 0));
  vector.forEach((value, i) => {
    vector[i] = length < TINY ? 0 : value / length;
  });
}

const largest = (vector: Float64Array): number =>
  vector.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);
