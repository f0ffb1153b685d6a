import {desirability, type DesirabilityCurve} from "./desirability.js";

/** One part of the room score: a fact of the target and what its values are worth. */
export interface RoomPart {
  readonly fact: string;
  readonly label: string;
  readonly curve: DesirabilityCurve;
}

/**
 * Where there is room for a new compound: chemistry to start from, a structure to design with, few others in the clinic,
 * selectivity in reach, a growing literature. A convention of this workbench, not a published score: the corners are
 * printed beside it.
 */
export const ROOM_PARTS: readonly RoomPart[] = [
  {
    fact: "n_potent",
    label: "Potent starting points",
    curve: {
      points: [
        [0, 0],
        [10, 0.5],
        [100, 1]
      ]
    }
  },
  {
    fact: "n_with_ligand",
    label: "Structures with a ligand",
    curve: {
      points: [
        [0, 0],
        [1, 0.6],
        [5, 1]
      ]
    }
  },
  {
    fact: "n_candidates",
    label: "Few others in the clinic",
    curve: {
      points: [
        [0, 1],
        [5, 0.5],
        [20, 0]
      ]
    }
  },
  {
    fact: "share_unselective",
    label: "Selectivity in reach",
    curve: {
      points: [
        [0, 1],
        [0.5, 0.5],
        [1, 0]
      ]
    }
  },
  {
    fact: "paper_growth",
    label: "Growing literature",
    curve: {
      points: [
        [0.5, 0],
        [1, 0.5],
        [2, 1]
      ]
    }
  }
];

/** The parts that are known, and the range that the others leave. */
export interface Room {
  readonly parts: readonly {readonly part: RoomPart; readonly value: number | null; readonly worth: number | null}[];
  /** Mean with what is not known at its worst, and at its best; 0-1. */
  readonly low: number;
  readonly high: number;
  readonly nKnown: number;
}

/** The room that a target leaves, from its facts; a fact that is absent or null is not known. */
export function roomOf(facts: Readonly<Record<string, number | null | undefined>>): Room {
  const parts = ROOM_PARTS.map((part) => {
    const value = facts[part.fact] ?? null;
    return {part, value, worth: desirability(part.curve, value)};
  });
  const known = parts.flatMap(({worth}) => (worth === null ? [] : [worth]));
  const sum = known.reduce((a, b) => a + b, 0);
  const unknown = parts.length - known.length;
  return {parts, low: sum / parts.length, high: (sum + unknown) / parts.length, nKnown: known.length};
}
