const SWEEPS = 50;
const TINY = 1e-12;

/** A direction in which a symmetric matrix only stretches, and by how much. */
export interface Eigenvector {
  readonly value: number;
  /** Length 1. */
  readonly vector: readonly number[];
}

/**
 * The eigenvectors of a small symmetric matrix, the largest value first, by Jacobi's rotations.
 *
 * @param matrix rows; as many as columns
 * @see Jacobi 1846, doi:10.1515/crll.1846.30.51
 */
export function eigenvectors(matrix: readonly (readonly number[])[]): Eigenvector[] {
  const a = matrix.map((line) => [...line]);
  const size = a.length;
  const vectors = a.map((_, i) => a.map((__, j) => (i === j ? 1 : 0)));
  const at = (m: readonly number[][], i: number, j: number): number => m[i]?.[j] ?? 0;
  const scale = Math.max(...a.flat().map(Math.abs), TINY);
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (let p = 0; p < size - 1; p++)
      for (let q = p + 1; q < size; q++) {
        if (Math.abs(at(a, p, q)) < TINY * scale) continue;
        const theta = (at(a, q, q) - at(a, p, p)) / (2 * at(a, p, q));
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const [cos, sin] = [1 / Math.sqrt(t * t + 1), t / Math.sqrt(t * t + 1)];
        const turn = (m: number[][], i: number, j: number, k: number, l: number): void => {
          const [u, w] = [at(m, i, j), at(m, k, l)];
          const [first, second] = [m[i], m[k]];
          if (first) first[j] = cos * u - sin * w;
          if (second) second[l] = sin * u + cos * w;
        };
        for (let k = 0; k < size; k++) turn(a, k, p, k, q);
        for (let k = 0; k < size; k++) turn(a, p, k, q, k);
        for (let k = 0; k < size; k++) turn(vectors, k, p, k, q);
      }
  return a
    .map((_, i) => ({value: at(a, i, i), vector: vectors.map((line) => line[i] ?? 0)}))
    .sort((one, other) => other.value - one.value);
}
