import type {MatchTarget} from "./match-target.js";

/** Whether an atom of a target is what an atom of a query asks for. */
export type AtomTest = (match: MatchState, atom: number) => boolean;

/** What the kind of an atom alone says to an atom of a query. */
export type AtomVerdict = (match: MatchState, atom: number) => Verdict;

/** A target with what is already known of the environments (`$(…)`) at its atoms. */
export interface MatchState {
  readonly target: MatchTarget;
  /** By environment of the query: 0 unknown, 1 no, 2 yes, for each atom. */
  readonly known: (Uint8Array | undefined)[];
  /** Atoms of each element. */
  readonly elements: Uint16Array;
  /** Bonds that close rings; Infinity where they are not counted. */
  readonly closures: number;
  /** The kinds of the atoms; null where they are not worth telling apart: for few queries. */
  readonly kinds: KindsOfAtoms | null;
}

/** What a kind of atom says to an expression of a query; `open` where it depends on the atom's surroundings. */
export const VERDICT = {no: 0, yes: 1, open: 2} as const;

/** One of `VERDICT`. */
export type Verdict = (typeof VERDICT)[keyof typeof VERDICT];

/** The kinds of the atoms of one target. */
export interface KindsOfAtoms {
  /** For each atom what is known of its kind: a verdict by number of the expression. */
  readonly verdicts: readonly Uint8Array[];
  /** One atom of each kind that occurs, and how many atoms are of it. */
  readonly samples: readonly {readonly atom: number; count: number}[];
  /** How many atoms are not ruled out, by number of the expression. */
  readonly candidates: Uint16Array;
}

/** Tells the kinds of atoms apart: `AtomKinds`. */
export interface KindReader {
  of(state: MatchState): KindsOfAtoms;
}

/**
 * A state of matching with nothing known yet.
 *
 * @param elements room for the counts, used again; what it held is lost
 * @param kinds where so many queries are asked of a target that telling its atoms apart pays
 */
export function matchState(target: MatchTarget, elements = new Uint16Array(256), kinds?: KindReader): MatchState {
  elements.fill(0);
  for (let atom = 0; atom < target.count; atom++) {
    const element = target.element[atom] ?? 0;
    elements[element] = (elements[element] ?? 0) + 1;
  }
  const state = {target, known: [], elements, closures: Infinity, kinds: null};
  return kinds ? {...state, closures: ringClosures(target), kinds: kinds.of(state)} : state;
}

/** Bonds of a target less those that it takes to hold its pieces together. */
function ringClosures({count, first, neighbour}: MatchTarget): number {
  const isSeen = new Uint8Array(count);
  const open: number[] = [];
  let found = (first[count] ?? 0) / 2 - count;
  for (let start = 0; start < count; start++) {
    if (isSeen[start]) continue;
    found++;
    isSeen[start] = 1;
    open.push(start);
    for (let atom = open.pop(); atom !== undefined; atom = open.pop())
      for (let at = first[atom] ?? 0; at < (first[atom + 1] ?? 0); at++) {
        const other = neighbour[at] ?? 0;
        if (isSeen[other]) continue;
        isSeen[other] = 1;
        open.push(other);
      }
  }
  return found;
}
