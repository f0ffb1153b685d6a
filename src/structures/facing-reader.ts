import {eigenvectors} from "./eigenvectors.js";
import {cross, middleOf, type Point} from "./geometry.js";
import type {Placement} from "./superposition.js";

/**
 * The turn that lays places with their widest side towards the reader: longest extent along x, shortest along z, the
 * middle at the origin. Of none, and of one, places stay as they are but for the shift.
 */
export function facingReader(points: readonly Point[]): Placement {
  const middle = points.length === 0 ? {x: 0, y: 0, z: 0} : middleOf(points);
  const centred = points.map(({x, y, z}) => [x - middle.x, y - middle.y, z - middle.z]);
  const spread = [0, 1, 2].map((i) =>
    [0, 1, 2].map((j) => centred.reduce((sum, place) => sum + (place[i] ?? 0) * (place[j] ?? 0), 0))
  );
  const [longest, second] = eigenvectors(spread).map(({vector}) => steady(vector));
  const right = longest ?? {x: 1, y: 0, z: 0};
  const up = second ?? {x: 0, y: 1, z: 0};
  const rotation = [right, up, cross(right, up)] as const;
  const along = (axis: Point): number => axis.x * middle.x + axis.y * middle.y + axis.z * middle.z;
  const [a, b, c] = rotation;
  return {rotation: [a, b, c], shift: {x: -along(a), y: -along(b), z: -along(c)}};
}

/** Of the two directions of an axis always the same: its largest part is positive. */
function steady(vector: readonly number[]): Point {
  const largest = vector.reduce((best, each) => (Math.abs(each) > Math.abs(best) ? each : best), 0);
  const [x = 0, y = 0, z = 0] = vector.map((each) => (largest < 0 ? -each : each));
  return {x, y, z};
}
