import {middleOf, type Point} from "./geometry.js";

/** A turn followed by a shift. */
export interface Placement {
  /** Rows of the rotation. */
  readonly rotation: readonly [Point, Point, Point];
  readonly shift: Point;
}

/** How one set of places lies best on another. */
export interface Superposition extends Placement {
  /** Root mean square distance in Å. */
  readonly rmsd: number;
}

const row = (x: number, y: number, z: number): Point => ({x, y, z});
const times = ({x, y, z}: Point, place: Point): number => x * place.x + y * place.y + z * place.z;

/** A place after the turn and the shift. */
export function placed({rotation: [a, b, c], shift}: Placement, place: Point): Point {
  return {x: times(a, place) + shift.x, y: times(b, place) + shift.y, z: times(c, place) + shift.z};
}

/**
 * The rotation and shift that bring places nearest to others, pair by pair, without mirroring.
 *
 * @throws `invalid pairs: …` when there are fewer than three or the numbers differ
 * @see Kabsch 1976, doi:10.1107/S0567739476001873; Horn 1987, doi:10.1364/JOSAA.4.000629 (by quaternions)
 */
export function superpose(moving: readonly Point[], onto: readonly Point[]): Superposition {
  if (moving.length < 3 || moving.length !== onto.length)
    throw new Error(`invalid pairs: ${String(moving.length)} and ${String(onto.length)}`);
  const [from, to] = [middleOf(moving), middleOf(onto)];
  const rotation = rotationOf(bestQuaternion(moving, onto, from, to));
  const [a, b, c] = rotation;
  const shift = row(to.x - times(a, from), to.y - times(b, from), to.z - times(c, from));
  const placement = {rotation, shift};
  const squares = moving.map((point, i) => {
    const there = placed(placement, point);
    const other = onto[i] ?? there;
    return (there.x - other.x) ** 2 + (there.y - other.y) ** 2 + (there.z - other.z) ** 2;
  });
  return {...placement, rmsd: Math.sqrt(squares.reduce((sum, each) => sum + each, 0) / squares.length)};
}

type Quaternion = readonly [number, number, number, number];

function bestQuaternion(moving: readonly Point[], onto: readonly Point[], from: Point, to: Point): Quaternion {
  const s = Array.from({length: 9}, () => 0);
  moving.forEach((point, i) => {
    const other = onto[i] ?? to;
    const p = [point.x - from.x, point.y - from.y, point.z - from.z];
    const q = [other.x - to.x, other.y - to.y, other.z - to.z];
    p.forEach((u, j) => {
      q.forEach((w, k) => {
        s[3 * j + k] = (s[3 * j + k] ?? 0) + u * w;
      });
    });
  });
  const [xx = 0, xy = 0, xz = 0, yx = 0, yy = 0, yz = 0, zx = 0, zy = 0, zz = 0] = s;
  return largestEigenvector([
    [xx + yy + zz, yz - zy, zx - xz, xy - yx],
    [yz - zy, xx - yy - zz, xy + yx, zx + xz],
    [zx - xz, xy + yx, yy - xx - zz, yz + zy],
    [xy - yx, zx + xz, yz + zy, zz - xx - yy]
  ]);
}

const SWEEPS = 50;
const TINY = 1e-12;

/** By Jacobi's rotations; the matrix is symmetric. */
function largestEigenvector(matrix: readonly (readonly number[])[]): Quaternion {
  const a = matrix.map((line) => [...line]);
  const vectors = a.map((_, i) => a.map((__, j) => (i === j ? 1 : 0)));
  const at = (m: readonly number[][], i: number, j: number): number => m[i]?.[j] ?? 0;
  const scale = Math.max(...a.flat().map(Math.abs), TINY);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let p = 0; p < 3; p++)
      for (let q = p + 1; q < 4; q++) {
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
        for (let k = 0; k < 4; k++) turn(a, k, p, k, q);
        for (let k = 0; k < 4; k++) turn(a, p, k, q, k);
        for (let k = 0; k < 4; k++) turn(vectors, k, p, k, q);
      }
  }
  const best = [0, 1, 2, 3].reduce((top, i) => (at(a, i, i) > at(a, top, top) ? i : top));
  return [at(vectors, 0, best), at(vectors, 1, best), at(vectors, 2, best), at(vectors, 3, best)];
}

function rotationOf([w, x, y, z]: Quaternion): [Point, Point, Point] {
  return [
    row(w * w + x * x - y * y - z * z, 2 * (x * y - w * z), 2 * (x * z + w * y)),
    row(2 * (x * y + w * z), w * w - x * x + y * y - z * z, 2 * (y * z - w * x)),
    row(2 * (x * z - w * y), 2 * (y * z + w * x), w * w - x * x - y * y + z * z)
  ];
}
