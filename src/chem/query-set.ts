import {AtomKinds} from "./atom-kinds.js";
import {compileSmarts} from "./compile-smarts.js";
import {type MatchTarget, matchTarget} from "./match-target.js";
import type {Mol, RDKit} from "./molecule.js";
import {moleculeGraph} from "./molecule-graph.js";
import {parseSmarts, queryNumbers} from "./parse-smarts.js";
import type {QueryNumbers} from "./smarts-atom.js";
import {type MatchState, matchState} from "./match-state.js";
import {occursIn, planQuery, type QueryPlan} from "./smarts-query.js";

/** Substructure queries compiled once for one engine; release with `releaseQuerySet`. */
export interface QuerySet {
  readonly queries: readonly Query[];
  readonly kinds: AtomKinds;
}

/** One compiled query. */
export interface Query {
  /** RDKit's own, made when it is first asked for. */
  readonly pattern: Mol;
  /** Our own, which answers whether it occurs; null for what is left to RDKit. */
  readonly plan: QueryPlan | null;
  release(): void;
}

/**
 * Compiles SMARTS, in order; hydrogens written as atoms become conditions on their neighbours.
 *
 * @throws `invalid SMARTS: …` when RDKit cannot read one
 */
export function compileQuerySet(rdkit: RDKit, smarts: readonly string[]): QuerySet {
  const numbers = queryNumbers();
  const queries = smarts.map((text) => compile(rdkit, text, numbers));
  return {queries, kinds: new AtomKinds(numbers.verdicts)};
}

/** Frees the queries; the set is dead afterwards. */
export function releaseQuerySet({queries}: QuerySet): void {
  for (const query of queries) query.release();
}

/**
 * Indices of the queries that occur in a molecule, ascending; as RDKit finds them.
 *
 * @param target the molecule's own, where it is at hand
 */
export function matchingQueries(
  {queries, kinds}: QuerySet,
  molecule: Mol,
  target: MatchTarget = matchTarget(moleculeGraph(molecule))
): number[] {
  const state = matchState(target, undefined, kinds);
  const found: number[] = [];
  for (let index = 0; index < queries.length; index++) {
    const query = queries[index];
    if (query && matches(query, molecule, state)) found.push(index);
  }
  return found;
}

/** How many atoms of a molecule are what one of the queries, each of a single atom, asks for. */
export function countMatchingAtoms({queries, kinds}: QuerySet, target: MatchTarget): number {
  const state = matchState(target, undefined, kinds);
  let count = 0;
  for (let atom = 0; atom < target.count; atom++)
    if (queries.some(({plan}) => plan && occursIn(plan, state, atom))) count++;
  return count;
}

function compile(rdkit: RDKit, smarts: string, numbers: QueryNumbers): Query {
  const graph = parseSmarts(smarts, numbers);
  let pattern: Mol | undefined;
  const query = {
    plan: graph && planQuery(graph),
    get pattern() {
      return (pattern ??= compileSmarts(rdkit, smarts));
    },
    release: () => pattern?.delete()
  };
  if (query.plan === null) void query.pattern;
  return query;
}

const NO_MATCH = "{}";
const matches = (query: Query, molecule: Mol, state: MatchState): boolean =>
  query.plan ? occursIn(query.plan, state) : molecule.get_substruct_match(query.pattern) !== NO_MATCH;
