import {targets} from "../../src/tables/targets.js";
import type {IssueRow} from "../../src/tables/issues.js";
import {
  normaliseAssociation,
  symbolOf,
  unknownColumns,
  wrappedColumns,
  type AssociationRecord,
  type AssociationRows
} from "../normalise/association-export.js";
import {readRecords} from "./read-records.js";
import {makePart, type SnapshotPart, type SourceFile} from "./snapshot-part.js";

/**
 * Reads the platform's web export of a disease's targets (TSV or JSON). A row that is there twice is taken once; a
 * symbol that two different rows have stands for two genes, which the export does not tell apart: both are kept.
 */
export function readAssociations(file: SourceFile): SnapshotPart {
  const records = file.path.endsWith(".json") ? readJson(file) : readRecords(file, "\t");
  const sourceId = file.source.source_id;
  const seen = new Map<string, Set<string>>();
  const rows = records.map((record, i) => {
    const symbol = symbolOf(record);
    const content = JSON.stringify(record);
    const others = seen.get(symbol) ?? new Set();
    if (others.has(content)) return refuseDuplicate(symbol, i + 1, sourceId);
    seen.set(symbol, others.add(content));
    return others.size === 1
      ? normaliseAssociation(record, i + 1, sourceId)
      : keepNamesake(normaliseAssociation(record, i + 1, sourceId, `${symbol} (${String(others.size)})`), i + 1);
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

/** A gene whose symbol another row has: kept under a key of its own, and said. */
function keepNamesake(rows: AssociationRows, line: number): AssociationRows {
  const {target} = rows;
  if (!target) return rows;
  const reason = "another gene of the export has this symbol; kept under a key of its own";
  const issue = {table_name: targets.name, source: target.source_id, line, input: target.target_id, reason};
  return {...rows, issues: [...rows.issues, issue]};
}

function refuseDuplicate(symbol: string, line: number, source: string) {
  const issue = {
    table_name: targets.name,
    source,
    line,
    input: symbol,
    reason: "the row is in the export twice; taken once"
  };
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
