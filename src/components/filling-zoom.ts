import type {Point} from "../structures/geometry.js";

/** Å left free about what is shown: atoms have a size. */
const MARGIN = 1.2;

/**
 * How much nearer the camera may come to places that it sees as the sphere about their mean: the picture is filled by
 * their width or their height instead.
 *
 * @param aspect width of the picture by its height
 */
export function fillingZoom(places: readonly Point[], aspect: number): number {
  if (places.length < 2) return 1;
  const mean = (axis: "x" | "y" | "z"): number => places.reduce((sum, place) => sum + place[axis], 0) / places.length;
  const [x, y, z] = [mean("x"), mean("y"), mean("z")];
  const most = (read: (place: Point) => number): number => Math.max(...places.map(read));
  const radius = most((place) => Math.hypot(place.x - x, place.y - y, place.z - z));
  const width = most((place) => Math.abs(place.x - x)) + MARGIN;
  const height = most((place) => Math.abs(place.y - y)) + MARGIN;
  return Math.min(radius / height, (radius * aspect) / width);
}
