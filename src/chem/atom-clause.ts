import {type AtomTest, type AtomVerdict, type MatchState, type Verdict, VERDICT} from "./match-state.js";

/** An expression, or a part of one. */
export interface Clause {
  readonly test: AtomTest;
  readonly verdict: AtomVerdict;
}

/** A clause that asks for nothing but what atoms of one kind have in common. */
export const ofKind = (test: AtomTest): Clause => ({
  test,
  verdict: (state, at) => (test(state, at) ? VERDICT.yes : VERDICT.no)
});

const OPPOSITE = {
  [VERDICT.no]: VERDICT.yes,
  [VERDICT.yes]: VERDICT.no,
  [VERDICT.open]: VERDICT.open
} as const;

/** A clause turned round. */
export const not = ({test, verdict}: Clause): Clause => ({
  test: (state, at) => !test(state, at),
  verdict: (state, at) => OPPOSITE[verdict(state, at)]
});

/** True where all are. */
export function every(clauses: readonly Clause[]): Clause {
  if (clauses.length === 1 && clauses[0]) return clauses[0];
  return {
    test: (state, at) => {
      for (const {test} of clauses) if (!test(state, at)) return false;
      return true;
    },
    verdict: (state, at) => joined(clauses, VERDICT.no, VERDICT.yes, state, at)
  };
}

/** True where one is. */
export function some(clauses: readonly Clause[]): Clause {
  if (clauses.length === 1 && clauses[0]) return clauses[0];
  return {
    test: (state, at) => {
      for (const {test} of clauses) if (test(state, at)) return true;
      return false;
    },
    verdict: (state, at) => joined(clauses, VERDICT.yes, VERDICT.no, state, at)
  };
}

/** The verdict of several clauses, of which one that says `decisive` is enough; otherwise all must say `otherwise`. */
function joined(
  clauses: readonly Clause[],
  decisive: Verdict,
  otherwise: Verdict,
  state: MatchState,
  atom: number
): Verdict {
  let found = otherwise;
  for (const {verdict} of clauses) {
    const own = verdict(state, atom);
    if (own === decisive) return decisive;
    if (own === VERDICT.open) found = VERDICT.open;
  }
  return found;
}
