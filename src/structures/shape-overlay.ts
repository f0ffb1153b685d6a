import {middleOf, type Point} from "./geometry.js";
import {molblockAtoms, moveMolblock} from "./overlay.js";
import {type Placement, placed} from "./superposition.js";

/** A molblock laid on another by shape. */
export interface ShapeOverlaid {
  readonly molblock: string;
  /** Which of the conformers it is. */
  readonly index: number;
  /** Shared volume over the volume of both together, 0-1. */
  readonly tanimoto: number;
}

/**
 * Height of every atom's Gaussian, and its width from a radius of 1.7 Å: all heavy atoms count alike, as in ROCS' shape.
 *
 * @see Grant, Gallardo & Pickup 1996, doi:10.1002/(SICI)1096-987X(19961115)17:14<1653::AID-JCC7>3.0.CO;2-K
 */
const HEIGHT = 2 * Math.SQRT2;
const WIDTH = 2.41798793102 / 1.7 ** 2;
const PAIR_VOLUME = HEIGHT ** 2 * (Math.PI / (2 * WIDTH)) ** 1.5;
/** Squared Å beyond which two atoms share nothing. */
const FAR = 25;

/** Shared volume of two sets of atoms to the first order, in Å³. */
export function sharedVolume(a: readonly Point[], b: readonly Point[]): number {
  let sum = 0;
  for (const own of a)
    for (const other of b) {
      const square = (own.x - other.x) ** 2 + (own.y - other.y) ** 2 + (own.z - other.z) ** 2;
      if (square < FAR) sum += Math.exp((-WIDTH * square) / 2);
    }
  return sum * PAIR_VOLUME;
}

const heavyOf = (molblock: string): Point[] => molblockAtoms(molblock).filter(({element}) => element !== "H");

type Axes = readonly [Point, Point, Point];
const point = (x: number, y: number, z: number): Point => ({x, y, z});
const SAME: Axes = [point(1, 0, 0), point(0, 1, 0), point(0, 0, 1)];

/** Turns about one axis by an angle in radians. */
function turn(axis: 0 | 1 | 2, angle: number): Axes {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  if (axis === 0) return [point(1, 0, 0), point(0, c, -s), point(0, s, c)];
  if (axis === 1) return [point(c, 0, s), point(0, 1, 0), point(-s, 0, c)];
  return [point(c, -s, 0), point(s, c, 0), point(0, 0, 1)];
}

const ORIGIN = point(0, 0, 0);
const HALF = Math.PI;
const QUARTER = Math.PI / 2;
/** First sizes of a step in Å and radians, what they shrink by, and the smallest. */
const STEPS = {shift: 1, turn: 0.5, shrink: 0.5, least: 0.06};
const AXES = [0, 1, 2] as const;

/** Starts that cover the ways in which two bodies can lie on each other: as they are, and turned by halves and quarters. */
const STARTS: readonly Axes[] = [
  SAME,
  turn(0, HALF),
  turn(1, HALF),
  turn(2, HALF),
  turn(0, QUARTER),
  turn(1, QUARTER),
  turn(2, QUARTER)
];

/**
 * Of several conformers the one whose shape lies best on that of another molecule, laid on it. Each is begun in seven
 * ways about the common middle and moved by ever smaller steps; the best found need not be the best there is.
 *
 * @param onto molblock with places in Å
 * @returns null when a molecule has no heavy atom
 */
export function layByShape(conformers: readonly string[], onto: string): ShapeOverlaid | null {
  const target = heavyOf(onto);
  const all = conformers.flatMap((molblock, index): ShapeOverlaid[] => {
    const own = heavyOf(molblock);
    if (own.length === 0 || target.length === 0) return [];
    const fits = STARTS.map((start) => climb(own, target, start));
    const best = fits.reduce((top, each) => (each.volume > top.volume ? each : top));
    const both = sharedVolume(own, own) + sharedVolume(target, target) - best.volume;
    return [{molblock: moveMolblock(molblock, best.placement), index, tanimoto: best.volume / both}];
  });
  return all.reduce<ShapeOverlaid | null>((best, each) => (best && best.tanimoto >= each.tanimoto ? best : each), null);
}

interface Fit {
  readonly placement: Placement;
  readonly volume: number;
}

function climb(own: readonly Point[], target: readonly Point[], start: Axes): Fit {
  const [from, to] = [middleOf(own), middleOf(target)];
  let axes = start;
  let middle = to;
  const fitOf = (rotation: Axes, at: Point): Fit => {
    const back = placed({rotation, shift: ORIGIN}, from);
    const placement = {rotation: [...rotation] as const, shift: point(at.x - back.x, at.y - back.y, at.z - back.z)};
    return {
      placement,
      volume: sharedVolume(
        own.map((each) => placed(placement, each)),
        target
      )
    };
  };
  let best = fitOf(axes, middle);
  for (let size = 1; size > STEPS.least;) {
    let isBetter = false;
    for (const axis of AXES)
      for (const sign of [1, -1]) {
        const turned = times(turn(axis, sign * STEPS.turn * size), axes);
        const moved = along(middle, axis, sign * STEPS.shift * size);
        for (const [nextAxes, nextMiddle] of [[turned, middle] as const, [axes, moved] as const]) {
          const fit = fitOf(nextAxes, nextMiddle);
          if (fit.volume <= best.volume) continue;
          [best, axes, middle, isBetter] = [fit, nextAxes, nextMiddle, true];
        }
      }
    if (!isBetter) size *= STEPS.shrink;
  }
  return best;
}

const along = ({x, y, z}: Point, axis: 0 | 1 | 2, by: number): Point =>
  point(axis === 0 ? x + by : x, axis === 1 ? y + by : y, axis === 2 ? z + by : z);

/** One turn after another. */
function times(a: Axes, [p, q, r]: Axes): Axes {
  const [one, two, three] = a.map(({x, y, z}) =>
    point(x * p.x + y * q.x + z * r.x, x * p.y + y * q.y + z * r.y, x * p.z + y * q.z + z * r.z)
  );
  return [one ?? p, two ?? q, three ?? r];
}
