import {activities, assays, documents, potencies} from "./activities.js";
import {alertRates} from "./alert-rates.js";
import {columns} from "./columns.js";
import {compounds} from "./compounds.js";
import {clinicalCandidates, drugWarnings, indications, mechanisms, moleculeForms} from "./drug-records.js";
import {drugClasses} from "./drug-classes.js";
import {drugs} from "./drugs.js";
import {issues} from "./issues.js";
import {
  literatureHits,
  literatureQueries,
  paperCitations,
  paperCounts,
  paperEntities,
  papers,
  preprints,
  preprintVersions
} from "./papers.js";
import {pdbEntries, predictedStructures, proteinFeatures, proteins} from "./proteins.js";
import {compoundScaffolds, scaffolds} from "./scaffolds.js";
import {sources} from "./sources.js";
import {structures} from "./structures.js";
import type {Table} from "./table.js";
import {targetConstraint, targetLabels, targetSafety, targetTractability} from "./target-cards.js";
import {targetEvidence, targetFactors, targets} from "./targets.js";
import {trialHits, trialInterventions, trials} from "./trials.js";

/** Tables published as they were fetched; empty where the project has not fetched them. */
export const FETCHED_TABLES: readonly Table[] = [
  papers,
  preprints,
  preprintVersions,
  paperCitations,
  paperEntities,
  literatureHits,
  literatureQueries,
  paperCounts,
  trials,
  trialInterventions,
  trialHits,
  proteins,
  proteinFeatures,
  pdbEntries,
  predictedStructures,
  targetTractability,
  targetLabels,
  targetSafety,
  targetConstraint,
  documents,
  mechanisms,
  indications,
  drugWarnings,
  drugClasses,
  moleculeForms,
  clinicalCandidates
];

/** Every table of the published database, in the order in which a reader meets them. */
export const PUBLISHED_TABLES: readonly Table[] = [
  targets,
  targetEvidence,
  targetFactors,
  compounds,
  alertRates,
  compoundScaffolds,
  scaffolds,
  potencies,
  activities,
  assays,
  drugs,
  structures,
  ...FETCHED_TABLES,
  sources,
  issues,
  columns
];
