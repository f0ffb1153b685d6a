import {angleAt, apart, between, cross, length, moved, type Point, unit} from "./geometry.js";
import type {Hydrogens} from "./site-features.js";

/** Bond to hydrogen in Å, and the angle neighbour–donor–hydrogen of a tetrahedral donor in degrees. */
const BOND = 1;
const TETRAHEDRAL = 109.5;
const RADIANS = Math.PI / 180;

/** A heavy neighbour of a donor with its own other neighbours. */
export interface DonorNeighbour {
  readonly place: Point;
  readonly beyond: readonly Point[];
}

/**
 * Ideal places of a donor's hydrogens from its heavy neighbours. A flat atom (amide, aromatic, guanidine) has them in its
 * plane; a tetrahedral one with one neighbour can turn. An atom whose places are all taken has none.
 *
 * @param count hydrogens that it has
 */
export function placeHydrogens(
  donor: Point,
  neighbours: readonly DonorNeighbour[],
  isFlat: boolean,
  count: number
): Hydrogens {
  const [first, second] = neighbours;
  if (!first) return {kind: "free", count};
  if (neighbours.length > 2)
    return {kind: "fixed", at: neighbours.length === 3 && !isFlat ? [opposite(donor, neighbours)] : []};
  if (second)
    return {kind: "fixed", at: isFlat ? [opposite(donor, neighbours)] : tetrahedral(donor, first.place, second.place)};
  const [beyond] = first.beyond;
  if (!isFlat || !beyond) return {kind: "turning", neighbour: first.place, count};
  return {kind: "fixed", at: inPlane(donor, first, beyond).slice(0, Math.max(2, count))};
}

/** On the side away from all neighbours. */
function opposite(donor: Point, neighbours: readonly DonorNeighbour[]): Point {
  const sum = neighbours.reduce<Point>((total, {place}) => moved(total, unit(between(donor, place))), {
    x: 0,
    y: 0,
    z: 0
  });
  return moved(donor, unit(sum), -BOND);
}

function tetrahedral(donor: Point, a: Point, b: Point): Point[] {
  const [u, v] = [unit(between(donor, a)), unit(between(donor, b))];
  const away = unit(moved(u, v));
  const across = unit(cross(u, v));
  const half = (TETRAHEDRAL / 2) * RADIANS;
  return [1, -1].map((side) => moved(moved(donor, away, -BOND * Math.cos(half)), across, side * BOND * Math.sin(half)));
}

/** The two places of a flat NH2: one runs parallel to a bond of the neighbour, the other makes 120° with both. */
function inPlane(donor: Point, {place}: DonorNeighbour, beyond: Point): Point[] {
  const back = unit(between(donor, place));
  const away = between(beyond, place);
  // The part of the neighbour's bond across its bond to the donor, so that the angle at the donor is 120°.
  const along = away.x * back.x + away.y * back.y + away.z * back.z;
  const across = unit(moved(away, back, -along));
  if (length(across) === 0) return [];
  const [cosine, sine] = [Math.cos(60 * RADIANS), Math.sin(60 * RADIANS)];
  return [1, -1].map((side) => moved(moved(donor, back, -BOND * cosine), across, side * BOND * sine));
}

/** A hydrogen as it points at an acceptor. */
export interface HydrogenAngle {
  /** Degrees at the hydrogen between donor and acceptor. */
  readonly angle: number;
  readonly place: Point;
  /** Number of the hydrogen among the fixed ones; -1 of one that turns. */
  readonly which: number;
}

/** The hydrogen that points best at an acceptor; null when the donor has none. */
export function bestHydrogen(donor: Point, hydrogens: Hydrogens, acceptor: Point): HydrogenAngle | null {
  const toward = unit(between(donor, acceptor));
  if (hydrogens.kind === "free") return {angle: 180, place: moved(donor, toward, BOND), which: -1};
  if (hydrogens.kind === "turning") {
    const place = turned(donor, hydrogens.neighbour, toward);
    return {angle: angleAt(donor, place, acceptor), place, which: -1};
  }
  return hydrogens.at.reduce<HydrogenAngle | null>((best, place, which) => {
    const angle = angleAt(donor, place, acceptor);
    return angle > (best?.angle ?? -1) ? {angle, place, which} : best;
  }, null);
}

/** Where a hydrogen that turns about the bond to its neighbour comes nearest to the direction of the acceptor. */
function turned(donor: Point, neighbour: Point, toward: Point): Point {
  const back = unit(between(donor, neighbour));
  const along = toward.x * back.x + toward.y * back.y + toward.z * back.z;
  const across = unit(moved(toward, back, -along));
  const angle = TETRAHEDRAL * RADIANS;
  const place = moved(moved(donor, back, Math.cos(angle) * BOND), across, Math.sin(angle) * BOND);
  return apart(place, donor) < BOND / 2 ? moved(donor, back, -BOND) : place;
}
