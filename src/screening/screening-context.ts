import {parsePropertyRules, type PropertyRule} from "../alerts/property-rules.js";
import {type AlertCatalogue, type AlertSet, compileAlerts, releaseAlerts} from "../alerts/structural-alerts.js";
import {type FragmentScores, readFragmentScores} from "../chem/fragment-scores.js";
import type {RDKit} from "../chem/molecule.js";
import {compileQedQueries, releaseQedQueries, type QedQueries} from "../chem/qed.js";
import {compileSalts, type SaltFragment, type SaltSet} from "../chem/standardise.js";

/** The curated tables that screening goes by, as they are kept in data/curated. */
export interface ScreeningTables {
  /** data/curated/property-rules.json */
  readonly propertyRules: unknown;
  /** data/curated/salts.json */
  readonly salts: {readonly fragments: readonly SaltFragment[]};
  /** data/curated/alerts.json */
  readonly alerts: {readonly sets: readonly AlertSet[]};
  /** data/curated/sa-fragments.bin */
  readonly saFragments: Uint8Array;
}

/** RDKit's own account of what it could not read. */
export interface ReasonLog {
  get_buffer(): string;
  clear_buffer(): void;
  delete(): void;
}

/** What screening holds in one engine: compiled once, shared by all batches; close with `closeScreening`. */
export interface ScreeningContext {
  readonly rdkit: RDKit;
  readonly qed: QedQueries;
  readonly salts: SaltSet;
  readonly rules: readonly PropertyRule[];
  readonly alerts: AlertCatalogue;
  readonly saFragments: FragmentScores;
  readonly log: ReasonLog;
}

/**
 * Prepares one engine for screening. One context at a time: it captures the engine's log.
 *
 * @throws when a curated table is not what it should be, or the log is already captured
 */
export function openScreening(rdkit: RDKit, tables: ScreeningTables): ScreeningContext {
  const rules = parsePropertyRules(tables.propertyRules);
  const log = rdkit.set_log_capture("rdApp.*");
  if (log === null) throw new Error("RDKit's log is already captured: close the other screening context first");
  return {
    ...{rdkit, rules, log},
    salts: compileSalts(rdkit, tables.salts.fragments),
    qed: compileQedQueries(rdkit),
    alerts: compileAlerts(rdkit, tables.alerts.sets),
    saFragments: readFragmentScores(tables.saFragments)
  };
}

/** Frees what the context holds in the engine. */
export function closeScreening({qed, alerts, log}: ScreeningContext): void {
  releaseQedQueries(qed);
  releaseAlerts(alerts);
  log.delete();
}
