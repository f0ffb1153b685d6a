import {makeTargetFacts, type TargetKnowledge} from "./make-target-facts.js";
import type {TargetBoard} from "../../src/tables/target-board.js";
import type {TargetEvidenceRow, TargetFactorRow, TargetRow} from "../../src/tables/targets.js";

/** Targets, evidence, factors and what else is known of them as columns, targets in the order given. */
export function makeTargetBoard(
  targets: readonly TargetRow[],
  evidence: readonly TargetEvidenceRow[],
  factors: readonly TargetFactorRow[],
  known: TargetKnowledge = {}
): TargetBoard {
  const ids = targets.map((row) => row.target_id);
  const column = <Name extends keyof TargetRow>(name: Name): TargetRow[Name][] => targets.map((row) => row[name]);
  return {
    targets: {
      target_id: ids,
      symbol: column("symbol"),
      approved_name: column("approved_name"),
      uniprot_accession: column("uniprot_accession"),
      chembl_target_id: column("chembl_target_id"),
      platform_score: column("platform_score"),
      in_project: column("in_project"),
      source_id: column("source_id"),
      source_row: column("source_row")
    },
    scores: spread(ids, evidence, (row) => [row.datasource_id, row.score]),
    factors: spread(ids, factors, (row) => [row.factor_id, row.value]),
    ...makeTargetFacts(targets, known)
  };
}

function spread<R extends {readonly target_id: string}>(
  ids: readonly string[],
  rows: readonly R[],
  read: (row: R) => readonly [name: string, value: number]
): Record<string, (number | null)[]> {
  const place = new Map(ids.map((id, i) => [id, i]));
  const columns: Record<string, (number | null)[]> = {};
  for (const row of rows) {
    const [name, value] = read(row);
    const i = place.get(row.target_id);
    columns[name] ??= new Array<number | null>(ids.length).fill(null);
    if (i !== undefined) columns[name][i] = value;
  }
  return columns;
}
