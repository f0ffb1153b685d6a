/** A place or direction in Å. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

const DEGREES = 180 / Math.PI;

/** The vector from a to b. */
export const between = (a: Point, b: Point): Point => ({x: b.x - a.x, y: b.y - a.y, z: b.z - a.z});

/** a moved by `factor` times b. */
export const moved = (a: Point, b: Point, factor = 1): Point => ({
  x: a.x + b.x * factor,
  y: a.y + b.y * factor,
  z: a.z + b.z * factor
});

export const dot = (a: Point, b: Point): number => a.x * b.x + a.y * b.y + a.z * b.z;

export const cross = (a: Point, b: Point): Point => ({
  x: a.y * b.z - a.z * b.y,
  y: a.z * b.x - a.x * b.z,
  z: a.x * b.y - a.y * b.x
});

/** Length in Å. */
export const length = (a: Point): number => Math.hypot(a.x, a.y, a.z);

/** The vector of length 1 in the same direction; of length 0 stays so. */
export function unit(a: Point): Point {
  const size = length(a);
  return size === 0 ? a : {x: a.x / size, y: a.y / size, z: a.z / size};
}

/** Distance of two places in Å. */
export const apart = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y, a.z - b.z);

/** Degrees between two directions, 0-180; NaN when one has no length. */
export const angleOf = (a: Point, b: Point): number =>
  Math.acos(Math.max(-1, Math.min(1, dot(a, b) / (length(a) * length(b))))) * DEGREES;

/** Degrees at b between a and c, 0-180. */
export const angleAt = (a: Point, b: Point, c: Point): number => angleOf(between(b, a), between(b, c));

/** Degrees of turn about the bond b–c that takes a to d, -180 to 180. */
export function torsionOf(a: Point, b: Point, c: Point, d: Point): number {
  const axis = between(b, c);
  const first = cross(between(a, b), axis);
  const second = cross(axis, between(c, d));
  return Math.atan2(dot(cross(first, second), unit(axis)), dot(first, second)) * DEGREES;
}

/** The middle of some places; NaN of none. */
export function middleOf(points: readonly Point[]): Point {
  const sum = points.reduce<Point>((total, point) => moved(total, point), {x: 0, y: 0, z: 0});
  return {x: sum.x / points.length, y: sum.y / points.length, z: sum.z / points.length};
}

/** Direction across a ring whose places come in order (Newell's method); length 1, 0 when they are on one line. */
export function normalOf(ring: readonly Point[]): Point {
  const middle = middleOf(ring);
  const sum = ring.reduce<Point>(
    (total, point, i) =>
      moved(total, cross(between(middle, point), between(middle, ring[(i + 1) % ring.length] ?? point))),
    {x: 0, y: 0, z: 0}
  );
  return unit(sum);
}
