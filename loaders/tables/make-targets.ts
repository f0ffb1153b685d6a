import type {Project, ProjectTarget} from "../../src/tables/project.js";
import type {TargetRow} from "../../src/tables/targets.js";

/** The source of a target that only the project file names. */
export const PROJECT_SOURCE = "project";

/**
 * Targets of the disease, those of the project marked and completed from the project file; a target of the project
 * that the disease's table lacks is added without a score.
 */
export function makeTargets(rows: readonly TargetRow[], project: Project): TargetRow[] {
  const associated = rows.map((row) => completeTarget(row, findProjectTarget(project, row)));
  const symbols = new Set(rows.map(({symbol}) => symbol));
  const missing = project.targets.filter(({symbol}) => !symbols.has(symbol));
  return [...associated, ...missing.map((target, i) => addTarget(target, i + 1))];
}

/** The key of each target of the project, by its symbol. */
export function targetIds(rows: readonly TargetRow[]): Map<string, string> {
  return new Map(rows.filter((row) => row.in_project).map((row) => [row.symbol, row.target_id]));
}

function findProjectTarget(project: Project, row: TargetRow): ProjectTarget | undefined {
  return project.targets.find(({symbol, ensembl}) => row.symbol === symbol || row.target_id === ensembl);
}

function completeTarget(row: TargetRow, known: ProjectTarget | undefined): TargetRow {
  return {
    ...row,
    approved_name: row.approved_name ?? known?.name ?? null,
    uniprot_accession: row.uniprot_accession ?? known?.uniprot ?? null,
    chembl_target_id: row.chembl_target_id ?? known?.chembl ?? null,
    in_project: known !== undefined
  };
}

function addTarget(target: ProjectTarget, position: number): TargetRow {
  return {
    target_id: target.ensembl ?? target.symbol,
    symbol: target.symbol,
    approved_name: target.name,
    uniprot_accession: target.uniprot,
    chembl_target_id: target.chembl,
    platform_score: null,
    in_project: true,
    source_id: PROJECT_SOURCE,
    source_row: position
  };
}
