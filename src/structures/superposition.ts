import {eigenvectors} from "./eigenvectors.js";
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
  const [largest] = eigenvectors([
    [xx + yy + zz, yz - zy, zx - xz, xy - yx],
    [yz - zy, xx - yy - zz, xy + yx, zx + xz],
    [zx - xz, xy + yx, yy - xx - zz, yz + zy],
    [xy - yx, zx + xz, yz + zy, zz - xx - yy]
  ]);
  const [w = 1, x = 0, y = 0, z = 0] = largest?.vector ?? [];
  return [w, x, y, z];
}

function rotationOf([w, x, y, z]: Quaternion): [Point, Point, Point] {
  return [
    row(w * w + x * x - y * y - z * z, 2 * (x * y - w * z), 2 * (x * z + w * y)),
    row(2 * (x * y + w * z), w * w - x * x + y * y - z * z, 2 * (y * z - w * x)),
    row(2 * (x * z - w * y), 2 * (y * z + w * x), w * w - x * x - y * y + z * z)
  ];
}
