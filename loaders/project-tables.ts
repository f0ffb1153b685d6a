import {activities, assays, potencies, type ActivityRow, type PotencyRow} from "../src/tables/activities.js";
import {alertRates} from "../src/tables/alert-rates.js";
import {columns} from "../src/tables/columns.js";
import {compounds, type CompoundRow} from "../src/tables/compounds.js";
import {drugs} from "../src/tables/drugs.js";
import {issues, type IssueRow} from "../src/tables/issues.js";
import {molecules, type MoleculeRow} from "../src/tables/molecules.js";
import type {Project} from "../src/tables/project.js";
import {FETCHED_TABLES, PUBLISHED_TABLES} from "../src/tables/published.js";
import {compoundScaffolds, type CompoundScaffoldRow, scaffolds} from "../src/tables/scaffolds.js";
import {sources, type SourceRow} from "../src/tables/sources.js";
import {structures} from "../src/tables/structures.js";
import {targetEvidence, targetFactors, targets, type TargetRow} from "../src/tables/targets.js";
import {findInput, readAllInputs, readInput, readOptionalInput} from "./inputs.js";
import {readProject} from "./project.js";
import {readSources} from "./project-sources.js";
import {screenProject} from "./screen-project.js";
import {readScreeningJson} from "./screening-tables.js";
import {scaffoldsOfProject} from "./scaffolds-of-project.js";
import {makeAlertRates} from "./tables/make-alert-rates.js";
import {makeColumns} from "./tables/make-columns.js";
import {makePotencies} from "./tables/make-potencies.js";
import {makeTargets, targetIds} from "./tables/make-targets.js";
import type {TableRows} from "./write-database.js";

/** Everything that is published, as rows. */
export interface ProjectTables {
  readonly project: Project;
  readonly targets: readonly TargetRow[];
  readonly molecules: readonly MoleculeRow[];
  readonly compounds: readonly CompoundRow[];
  readonly activities: readonly ActivityRow[];
  readonly potencies: readonly PotencyRow[];
  /** The scaffold of each compound that has one. */
  readonly scaffolds: readonly CompoundScaffoldRow[];
  readonly sources: readonly SourceRow[];
  /** Every published table, in the order of `PUBLISHED_TABLES`. */
  readonly tables: readonly TableRows[];
}

/** Reads the inputs, joins and screens them. @throws with words on what to do when an input is missing or damaged */
export async function makeProjectTables(): Promise<ProjectTables> {
  const project = await readProject();
  const moleculeRows = await readInput(molecules);
  const moleculesFile = findInput(molecules)?.file ?? "";
  const screened = await screenProject(moleculeRows, moleculesFile);
  const scaffolded = await scaffoldsOfProject(screened.compounds, moleculesFile);
  const targetRows = makeTargets(await readInput(targets), project);
  const activityRows = keyByTarget(await readInput(activities), project, targetRows);
  const potencyRows = makePotencies(activityRows);
  const sourceRows = await readSources(project);
  const rows = new Map<string, readonly object[]>([
    [targets.name, targetRows],
    [targetEvidence.name, await readInput(targetEvidence)],
    [targetFactors.name, await readInput(targetFactors)],
    [compounds.name, screened.compounds],
    [alertRates.name, makeAlertRates((await readScreeningJson()).alerts.sets, screened.compounds)],
    [compoundScaffolds.name, scaffolded.compoundScaffolds],
    [scaffolds.name, scaffolded.scaffolds],
    [potencies.name, potencyRows],
    [activities.name, activityRows],
    [assays.name, await readInput(assays)],
    [drugs.name, await readOptionalInput(drugs)],
    [structures.name, await readStructures(targetRows)],
    [sources.name, sourceRows],
    [issues.name, [...(await readIssues(sourceRows)), ...screened.issues]],
    [columns.name, makeColumns(PUBLISHED_TABLES)]
  ]);
  for (const table of FETCHED_TABLES) rows.set(table.name, await readOptionalInput(table));
  return {
    project,
    targets: targetRows,
    molecules: moleculeRows,
    compounds: screened.compounds,
    activities: activityRows,
    potencies: potencyRows,
    scaffolds: scaffolded.compoundScaffolds,
    sources: sourceRows,
    tables: PUBLISHED_TABLES.map((table) => ({table, rows: rows.get(table.name) ?? []}))
  };
}

/** Records of the project's targets, under the keys that the targets have in this project. */
function keyByTarget(rows: readonly ActivityRow[], project: Project, targetRows: readonly TargetRow[]): ActivityRow[] {
  const ids = targetIds(targetRows);
  const byChembl = new Map(project.targets.map(({chembl, symbol}) => [chembl, ids.get(symbol)]));
  return rows.map((row) => ({...row, target_id: byChembl.get(row.chembl_target_id) ?? row.target_id}));
}

/** Issues of the sources that are published. */
async function readIssues(sourceRows: readonly SourceRow[]): Promise<IssueRow[]> {
  const known = new Set(sourceRows.map(({source_id}) => source_id));
  return (await readAllInputs(issues)).filter(({source}) => known.has(source));
}

async function readStructures(targetRows: readonly TargetRow[]) {
  const ids = targetIds(targetRows);
  const rows = await readOptionalInput(structures);
  return rows.map((row) => ({...row, target_id: ids.get(row.target_id) ?? row.target_id}));
}
