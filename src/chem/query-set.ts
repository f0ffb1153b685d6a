import {compileSmarts, EXPLICIT_HYDROGEN, withoutHydrogens} from "./compile-smarts.js";
import type {Mol, RDKit} from "./molecule.js";

/** Substructure queries compiled once for one engine; release with `releaseQuerySet`. */
export interface QuerySet {
  readonly queries: readonly Query[];
}

interface Query {
  readonly pattern: Mol;
  /** The bytes of the pattern fingerprint that have a bit set: a molecule lacking one of these bits cannot match. */
  readonly screen: readonly {readonly byte: number; readonly bits: number}[];
}

/**
 * Compiles SMARTS, in order; hydrogens written as atoms become conditions on their neighbours.
 *
 * @throws `invalid SMARTS: …` when RDKit cannot read one
 */
export function compileQuerySet(rdkit: RDKit, smarts: readonly string[]): QuerySet {
  return {queries: smarts.map((text) => compile(rdkit, text))};
}

/** Frees the queries; the set is dead afterwards. */
export function releaseQuerySet({queries}: QuerySet): void {
  for (const {pattern} of queries) pattern.delete();
}

/** The fingerprint by which `matchingQueries` screens: 256 bytes; compute it once per molecule. */
export function patternFingerprint(molecule: Mol): Uint8Array {
  return molecule.get_pattern_fp_as_uint8array() as Uint8Array;
}

/**
 * Indices of the queries that occur in a molecule, ascending. The fingerprint only saves work: RDKit's pattern
 * fingerprint of a substructure is a subset of the whole's, so no match is lost.
 */
export function matchingQueries({queries}: QuerySet, molecule: Mol, fingerprint: Uint8Array): number[] {
  const found: number[] = [];
  queries.forEach((query, index) => {
    if (passesScreen(query, fingerprint) && matches(query.pattern, molecule)) found.push(index);
  });
  return found;
}

function compile(rdkit: RDKit, smarts: string): Query {
  return {pattern: compileSmarts(rdkit, smarts), screen: compileScreen(rdkit, smarts)};
}

/** Nothing is ruled out by a pattern whose hydrogens cannot be taken off. */
function compileScreen(rdkit: RDKit, smarts: string): Query["screen"] {
  const heavy = withoutHydrogens(smarts);
  const pattern = EXPLICIT_HYDROGEN.test(heavy) ? null : rdkit.get_qmol(heavy);
  if (pattern === null) return [];
  const fingerprint = patternFingerprint(pattern);
  pattern.delete();
  return [...fingerprint].map((bits, byte) => ({byte, bits})).filter(({bits}) => bits !== 0);
}

function passesScreen({screen}: Query, fingerprint: Uint8Array): boolean {
  for (const {byte, bits} of screen) if (((fingerprint[byte] ?? 0) & bits) !== bits) return false;
  return true;
}

const NO_MATCH = "{}";
const matches = (pattern: Mol, molecule: Mol): boolean => molecule.get_substruct_match(pattern) !== NO_MATCH;
