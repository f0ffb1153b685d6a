import {type AtomTest, type AtomVerdict, type MatchState, VERDICT} from "./match-state.js";
import type {MatchTarget} from "./match-target.js";

/** Whether the bond at a place of the neighbours' list is what a query asks for. */
export type BondTest = (target: MatchTarget, place: number) => boolean;

/** An atom of a query. */
export interface QueryAtom {
  readonly test: AtomTest;
  /** What the kind of an atom alone says. */
  readonly verdict: AtomVerdict;
  /** Number of the expression among those of the set of queries; -1 where there is no set. */
  readonly number: number;
  /** The element that it must be; null where the query leaves a choice. */
  readonly element: number | null;
  /** Hydrogens that the query writes as atoms beside it: at least so many must be there. */
  readonly hydrogens: number;
  /** True of a hydrogen that the query asks for as such. */
  readonly isHydrogen: boolean;
  /** How rare it is, roughly; matching begins at the rarest. */
  readonly rarity: number;
}

/** A bond of a query. */
export interface QueryBond {
  readonly from: number;
  readonly to: number;
  readonly test: BondTest;
}

/** A substructure query as a graph of tests. */
export interface QueryGraph {
  readonly atoms: readonly QueryAtom[];
  readonly bonds: readonly QueryBond[];
}

/**
 * A query in the order in which it is matched: each atom but the first hangs on an earlier one; `closures` are further
 * bonds to earlier ones.
 */
export interface QueryPlan {
  readonly size: number;
  /** Elements that a target must have, and how many atoms of each. */
  readonly elements: readonly {readonly element: number; readonly count: number}[];
  /** Expressions that atoms of a target must be, and how many atoms of each. */
  readonly expressions: readonly {readonly number: number; readonly count: number}[];
  /** Bonds that close rings: a target must have as many. */
  readonly closures: number;
  readonly steps: readonly PlanStep[];
}

/** How one atom of a query is matched. */
export interface PlanStep {
  readonly test: AtomTest;
  readonly verdict: AtomVerdict;
  readonly number: number;
  readonly hydrogens: number;
  /** Earlier step on which it hangs; -1 for the first. */
  readonly parent: number;
  readonly bond: BondTest | null;
  readonly closures: readonly {readonly step: number; readonly bond: BondTest}[];
}

/**
 * Puts a query in the order in which it is matched, piece by piece.
 *
 * @param start the atom to begin with; the rarest unless told
 * @returns null for a query without atoms
 */
export function planQuery(graph: QueryGraph, start?: number): QueryPlan | null {
  const {atoms} = graph;
  if (atoms.length === 0) return null;
  const order: number[] = [];
  const steps: PlanStep[] = [];
  while (steps.length < atoms.length) {
    if (steps.length === order.length)
      order.push(start !== undefined && order.length === 0 ? start : rarest(atoms, order));
    const atom = order[steps.length] ?? 0;
    steps.push(planStep(graph, order, atom, steps.length));
    const near = graph.bonds.flatMap(({from, to}) => (from === atom ? [to] : to === atom ? [from] : []));
    const next = [...new Set(near)].filter((other) => !order.includes(other));
    order.push(...next.sort((a, b) => (atoms[b]?.rarity ?? 0) - (atoms[a]?.rarity ?? 0)));
  }
  return {
    size: atoms.length,
    steps,
    elements: tally(atoms.map(({element}) => element)).map(([element, count]) => ({element, count})),
    expressions: tally(atoms.map(({number}) => (number < 0 ? null : number))).map(([number, count]) => ({
      number,
      count
    })),
    closures: steps.reduce((sum, step) => sum + step.closures.length, 0)
  };
}

/** How often each number occurs; null is no number. */
function tally(numbers: readonly (number | null)[]): [number: number, count: number][] {
  const counts = new Map<number, number>();
  for (const number of numbers) if (number !== null) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts];
}

function rarest(atoms: readonly QueryAtom[], taken: readonly number[]): number {
  const left = atoms.map((_, index) => index).filter((index) => !taken.includes(index));
  return left.reduce(
    (best, index) => ((atoms[index]?.rarity ?? 0) > (atoms[best]?.rarity ?? 0) ? index : best),
    left[0] ?? 0
  );
}

const NO_ATOM = {test: () => false, verdict: () => VERDICT.no, number: -1, hydrogens: 0};

function planStep({atoms, bonds}: QueryGraph, order: readonly number[], atom: number, turn: number): PlanStep {
  const earlier = bonds.flatMap(({from, to, test}) => {
    if (from !== atom && to !== atom) return [];
    const step = order.indexOf(from === atom ? to : from);
    return step >= 0 && step < turn ? [{step, bond: test}] : [];
  });
  const [parent, ...closures] = earlier;
  const {test, verdict, number, hydrogens} = atoms[atom] ?? NO_ATOM;
  return {test, verdict, number, hydrogens, parent: parent?.step ?? -1, bond: parent?.bond ?? null, closures};
}

/**
 * True when a query occurs in a target.
 *
 * @param at the atom of the target on which the query's first atom must lie; any unless told
 */
export function occursIn(plan: QueryPlan, state: MatchState, at?: number): boolean {
  if (!mayOccur(plan, state)) return false;
  const mapped = new Int16Array(plan.size);
  return at === undefined ? placeAnywhere(plan, state, mapped, 0) : place(plan, state, mapped, 0, at);
}

/** False when the atoms of a target, however they are bound, rule a query out: too few of an element, none of a kind. */
export function mayOccur(plan: QueryPlan, state: MatchState): boolean {
  if (plan.size > state.target.count || plan.closures > state.closures) return false;
  for (const {element, count} of plan.elements) if ((state.elements[element] ?? 0) < count) return false;
  if (state.kinds === null) return true;
  const {candidates} = state.kinds;
  for (const {number, count} of plan.expressions) if ((candidates[number] ?? 0) < count) return false;
  return true;
}

function accepts(step: PlanStep, state: MatchState, atom: number): boolean {
  const verdict = state.kinds?.verdicts[atom]?.[step.number] ?? VERDICT.open;
  return verdict === VERDICT.open ? step.test(state, atom) : verdict === VERDICT.yes;
}

function placeAnywhere(plan: QueryPlan, state: MatchState, mapped: Int16Array, turn: number): boolean {
  const {count} = state.target;
  for (let atom = 0; atom < count; atom++) if (place(plan, state, mapped, turn, atom)) return true;
  return false;
}

/** Lays a step on an atom and all later steps on others. */
function place(plan: QueryPlan, state: MatchState, mapped: Int16Array, turn: number, atom: number): boolean {
  const step = plan.steps[turn];
  if (step === undefined) return false;
  const {target} = state;
  for (let i = 0; i < turn; i++) if (mapped[i] === atom) return false;
  if (step.hydrogens > (target.hydrogens[atom] ?? 0) || !accepts(step, state, atom)) return false;
  for (const {step: other, bond} of step.closures) {
    const to = bondPlace(target, atom, mapped[other] ?? -1);
    if (to < 0 || !bond(target, to)) return false;
  }
  mapped[turn] = atom;
  const next = plan.steps[turn + 1];
  if (next === undefined) return true;
  if (next.bond === null) return placeAnywhere(plan, state, mapped, turn + 1);
  const parent = mapped[next.parent] ?? 0;
  const end = target.first[parent + 1] ?? 0;
  for (let at = target.first[parent] ?? 0; at < end; at++)
    if (next.bond(target, at) && place(plan, state, mapped, turn + 1, target.neighbour[at] ?? 0)) return true;
  return false;
}

function bondPlace({first, neighbour}: MatchTarget, from: number, to: number): number {
  const end = first[from + 1] ?? 0;
  for (let at = first[from] ?? 0; at < end; at++) if (neighbour[at] === to) return at;
  return -1;
}
