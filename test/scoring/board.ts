import type {TargetEvidenceRow, TargetRow} from "../../src/tables/targets.js";

/** Evidence as one array per data source, in the order of the targets. */
export function makeBoardForTest(
  targets: readonly TargetRow[],
  evidence: readonly TargetEvidenceRow[]
): Record<string, (number | null)[]> {
  const place = new Map(targets.map(({target_id}, index) => [target_id, index]));
  const board: Record<string, (number | null)[]> = {};
  for (const {target_id, datasource_id, score} of evidence) {
    board[datasource_id] ??= targets.map(() => null);
    board[datasource_id][place.get(target_id) ?? -1] = score;
  }
  return board;
}
