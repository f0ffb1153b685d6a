import {compileSmarts, EXPLICIT_HYDROGEN, withoutHydrogens} from "./compile-smarts.js";
import {matchTarget} from "./match-target.js";
import type {Mol, RDKit} from "./molecule.js";
import {type MoleculeGraph, moleculeGraph} from "./molecule-graph.js";
import {type EnvironmentNumbers, parseSmarts} from "./parse-smarts.js";
import {type MatchState, matchState, occursIn, planQuery, type QueryPlan} from "./smarts-query.js";

/** Substructure queries compiled once for one engine; release with `releaseQuerySet`. */
export interface QuerySet {
  readonly queries: readonly Query[];
}

/** One compiled query. */
export interface Query {
  /** RDKit's own, made when it is first asked for. */
  readonly pattern: Mol;
  /** Our own, which answers whether it occurs; null for what is left to RDKit. */
  readonly plan: QueryPlan | null;
  /** The bytes of the pattern fingerprint that have a bit set: a molecule lacking one of these bits cannot match. */
  readonly screen: readonly {readonly byte: number; readonly bits: number}[];
  release(): void;
}

/**
 * Compiles SMARTS, in order; hydrogens written as atoms become conditions on their neighbours.
 *
 * @throws `invalid SMARTS: …` when RDKit cannot read one
 */
export function compileQuerySet(rdkit: RDKit, smarts: readonly string[]): QuerySet {
  const environments: EnvironmentNumbers = new Map();
  return {queries: smarts.map((text) => compile(rdkit, text, environments))};
}

/** Frees the queries; the set is dead afterwards. */
export function releaseQuerySet({queries}: QuerySet): void {
  for (const query of queries) query.release();
}

/** The fingerprint by which `matchingQueries` screens: 256 bytes; compute it once per molecule. */
export function patternFingerprint(molecule: Mol): Uint8Array {
  return molecule.get_pattern_fp_as_uint8array() as Uint8Array;
}

/**
 * Indices of the queries that occur in a molecule, ascending; as RDKit finds them. The fingerprint only saves work:
 * RDKit's pattern fingerprint of a substructure is a subset of the whole's, so no match is lost.
 *
 * @param graph the molecule's own, where it is at hand
 */
export function matchingQueries(
  {queries}: QuerySet,
  molecule: Mol,
  fingerprint: Uint8Array,
  graph: MoleculeGraph = moleculeGraph(molecule)
): number[] {
  const state = matchState(matchTarget(graph));
  const found: number[] = [];
  queries.forEach((query, index) => {
    if (passesScreen(query, fingerprint) && matches(query, molecule, state)) found.push(index);
  });
  return found;
}

function compile(rdkit: RDKit, smarts: string, environments: EnvironmentNumbers): Query {
  const graph = parseSmarts(smarts, environments);
  let pattern: Mol | undefined;
  const query = {
    plan: graph && planQuery(graph),
    screen: compileScreen(rdkit, smarts),
    get pattern() {
      return (pattern ??= compileSmarts(rdkit, smarts));
    },
    release: () => pattern?.delete()
  };
  if (query.plan === null || query.screen === UNREAD) void query.pattern;
  return query;
}

const UNREAD: Query["screen"] = [];

/** Nothing is ruled out by a pattern whose hydrogens cannot be taken off. */
function compileScreen(rdkit: RDKit, smarts: string): Query["screen"] {
  const heavy = withoutHydrogens(smarts);
  const pattern = EXPLICIT_HYDROGEN.test(heavy) ? null : rdkit.get_qmol(heavy);
  if (pattern === null) return UNREAD;
  const fingerprint = patternFingerprint(pattern);
  pattern.delete();
  return [...fingerprint].map((bits, byte) => ({byte, bits})).filter(({bits}) => bits !== 0);
}

function passesScreen({screen}: Query, fingerprint: Uint8Array): boolean {
  for (const {byte, bits} of screen) if (((fingerprint[byte] ?? 0) & bits) !== bits) return false;
  return true;
}

const NO_MATCH = "{}";
const matches = (query: Query, molecule: Mol, state: MatchState): boolean =>
  query.plan ? occursIn(query.plan, state) : molecule.get_substruct_match(query.pattern) !== NO_MATCH;
