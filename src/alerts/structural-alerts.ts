import {compileQuerySet, matchingQueries, releaseQuerySet, type QuerySet} from "../chem/query-set.js";
import type {Mol, RDKit} from "../chem/molecule.js";
import type {MatchTarget} from "../chem/match-target.js";

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
  /** Each pattern once, though several sets list it. */
  readonly queries: QuerySet;
  readonly entries: readonly AlertEntry[];
  /** Positions in `entries` of each pattern. */
  readonly entriesOfQuery: readonly (readonly number[])[];
}

interface AlertEntry extends AlertHit, StructuralAlert {
  /** Position of its pattern in `queries`. */
  readonly query: number;
}

/** Compiles sets of alerts, once per engine. @throws `invalid SMARTS: …` when RDKit cannot read one */
export function compileAlerts(rdkit: RDKit, sets: readonly AlertSet[]): AlertCatalogue {
  const places = new Map<string, number>();
  const entriesOfQuery: number[][] = [];
  const listed = sets.flatMap(({id, alerts}) => alerts.map((alert, index) => ({...alert, set: id, index})));
  const entries = listed.map((entry, place) => {
    const query = places.get(entry.smarts) ?? places.size;
    places.set(entry.smarts, query);
    entriesOfQuery[query] = [...(entriesOfQuery[query] ?? []), place];
    return {...entry, query};
  });
  return {entries, entriesOfQuery, queries: compileQuerySet(rdkit, [...places.keys()])};
}

/** Frees the compiled alerts; they are dead afterwards. */
export function releaseAlerts({queries}: AlertCatalogue): void {
  releaseQuerySet(queries);
}

/**
 * The alerts a molecule carries, in the order of the catalogue; as RDKit's FilterCatalog finds them.
 *
 * @param target the molecule's own, where it is at hand
 * @see PAINS: Baell 2010 doi:10.1021/jm901137j; Brenk 2008 doi:10.1002/cmdc.200700139; NIH: Jadhav 2009
 *   doi:10.1021/jm901070c
 */
export function findAlerts(catalogue: AlertCatalogue, molecule: Mol, target?: MatchTarget): AlertHit[] {
  const {queries, entries, entriesOfQuery} = catalogue;
  return matchingQueries(queries, molecule, target)
    .flatMap((query) => entriesOfQuery[query] ?? [])
    .sort((a, b) => a - b)
    .flatMap((place) => {
      const entry = entries[place];
      if (entry === undefined || (entry.most > 0 && countMatches(queries, entry.query, molecule) <= entry.most))
        return [];
      return [{set: entry.set, index: entry.index, name: entry.name}];
    });
}

/** The atoms of each occurrence of an alert in a molecule, to be highlighted; empty when it does not occur. */
export function alertAtoms(catalogue: AlertCatalogue, hit: AlertHit, molecule: Mol): readonly (readonly number[])[] {
  const entry = catalogue.entries.find(({set, index}) => set === hit.set && index === hit.index);
  return entry === undefined ? [] : occurrences(catalogue.queries, entry.query, molecule);
}

const countMatches = (queries: QuerySet, at: number, molecule: Mol): number =>
  occurrences(queries, at, molecule).length;

function occurrences({queries}: QuerySet, at: number, molecule: Mol): readonly (readonly number[])[] {
  const query = queries[at];
  if (query === undefined) return [];
  const found = JSON.parse(molecule.get_substruct_matches(query.pattern)) as unknown;
  return Array.isArray(found) ? (found as {readonly atoms: readonly number[]}[]).map(({atoms}) => atoms) : [];
}
