import {targets} from "../../src/tables/targets.js";
import type {IssueRow} from "../../src/tables/issues.js";
import {
  normaliseAssociation,
  unknownColumns,
  wrappedColumns,
  type AssociationRecord
} from "../normalise/association-export.js";
import {readRecords} from "./read-records.js";
import {makePart, type SnapshotPart, type SourceFile} from "./snapshot-part.js";

/** Reads the platform's web export of a disease's targets (TSV or JSON); exact duplicates are refused with an issue. */
export function readAssociations(file: SourceFile): SnapshotPart {
  const records = file.path.endsWith(".json") ? readJson(file) : readRecords(file, "\t");
  const sourceId = file.source.source_id;
  const seen = new Set<string>();
  const rows = records.map((record, i) => {
    const symbol = String(record["symbol"]);
    const isNew = !seen.has(symbol);
    seen.add(symbol);
    return isNew ? normaliseAssociation(record, i + 1, sourceId) : refuseDuplicate(symbol, i + 1, sourceId);
  });
  return makePart({
    targets: rows.flatMap(({target}) => target ?? []),
    evidence: rows.flatMap(({evidence}) => evidence),
    factors: rows.flatMap(({factors}) => factors),
    issues: [...rows.flatMap(({issues}) => issues), ...describeColumns(records, sourceId)],
    rowCount: records.length
  });
}

function readJson({path, bytes}: SourceFile): AssociationRecord[] {
  const content = JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  if (!Array.isArray(content)) throw new Error(`cannot read ${path}: not a list of records`);
  return content as AssociationRecord[];
}

function refuseDuplicate(symbol: string, line: number, source: string) {
  const issue = {table_name: targets.name, source, line, input: symbol, reason: "symbol is in the export twice"};
  return {target: null, evidence: [], factors: [], issues: [issue]};
}

function describeColumns(records: readonly AssociationRecord[], source: string): IssueRow[] {
  const counts = new Map<string, number>();
  for (const name of records.flatMap(wrappedColumns)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const wrapped = [...counts].map(([name, count]) => ({
    table_name: "target_factors",
    source,
    line: null,
    input: `${name} is 255 in ${String(count)} records`,
    reason: "read as -1, which this release writes as an unsigned byte"
  }));
  const unknown = unknownColumns(records[0] ?? {}).map((name) => ({
    table_name: targets.name,
    source,
    line: null,
    input: name,
    reason: "column is not known, left out"
  }));
  return [...wrapped, ...unknown];
}
