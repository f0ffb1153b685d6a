import {compileQuerySet, matchingQueries, releaseQuerySet, type QuerySet} from "../chem/query-set.js";
import type {Mol, RDKit} from "../chem/molecule.js";

/** One structural alert. */
export interface StructuralAlert {
  readonly name: string;
  readonly smarts: string;
  /** Times the pattern may occur before the compound is flagged; 0 for most alerts. */
  readonly most: number;
}

/** A published set of alerts. */
export interface AlertSet {
  readonly id: string;
  readonly name: string;
  readonly citation: string;
  readonly doi: string | null;
  readonly alerts: readonly StructuralAlert[];
}

/** An alert that a compound carries. */
export interface AlertHit {
  readonly set: string;
  /** Position in its set. */
  readonly index: number;
  readonly name: string;
}

/** All alerts compiled for one engine; release with `releaseAlerts`. */
export interface AlertCatalogue {
  readonly queries: QuerySet;
  readonly entries: readonly (AlertHit & StructuralAlert)[];
}

/** Compiles sets of alerts, once per engine. @throws `invalid SMARTS: …` when RDKit cannot read one */
export function compileAlerts(rdkit: RDKit, sets: readonly AlertSet[]): AlertCatalogue {
  const entries = sets.flatMap(({id, alerts}) => alerts.map((alert, index) => ({...alert, set: id, index})));
  return {
    entries,
    queries: compileQuerySet(
      rdkit,
      entries.map(({smarts}) => smarts)
    )
  };
}

/** Frees the compiled alerts; they are dead afterwards. */
export function releaseAlerts({queries}: AlertCatalogue): void {
  releaseQuerySet(queries);
}

/**
 * The alerts a molecule carries, in the order of the catalogue; as RDKit's FilterCatalog finds them.
 *
 * @param fingerprint of `patternFingerprint`
 * @see PAINS: Baell 2010 doi:10.1021/jm901137j; Brenk 2008 doi:10.1002/cmdc.200700139; NIH: Jadhav 2009
 *   doi:10.1021/jm901070c
 */
export function findAlerts({queries, entries}: AlertCatalogue, molecule: Mol, fingerprint: Uint8Array): AlertHit[] {
  return matchingQueries(queries, molecule, fingerprint).flatMap((at) => {
    const entry = entries[at];
    if (entry === undefined || (entry.most > 0 && countMatches(queries, at, molecule) <= entry.most)) return [];
    return [{set: entry.set, index: entry.index, name: entry.name}];
  });
}

/** The atoms of each occurrence of an alert in a molecule, to be highlighted; empty when it does not occur. */
export function alertAtoms(catalogue: AlertCatalogue, hit: AlertHit, molecule: Mol): readonly (readonly number[])[] {
  const at = catalogue.entries.findIndex(({set, index}) => set === hit.set && index === hit.index);
  return at === -1 ? [] : occurrences(catalogue.queries, at, molecule);
}

const countMatches = (queries: QuerySet, at: number, molecule: Mol): number =>
  occurrences(queries, at, molecule).length;

function occurrences({queries}: QuerySet, at: number, molecule: Mol): readonly (readonly number[])[] {
  const query = queries[at];
  if (query === undefined) return [];
  const found = JSON.parse(molecule.get_substruct_matches(query.pattern)) as unknown;
  return Array.isArray(found) ? (found as {readonly atoms: readonly number[]}[]).map(({atoms}) => atoms) : [];
}
