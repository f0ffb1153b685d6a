import type {MoleculeRow} from "../../src/tables/molecules.js";
import type {CompoundSet, Project, ProjectTarget} from "../../src/tables/project.js";
import {normaliseActivity, textOf} from "../normalise/activity-export.js";
import {normaliseAssay} from "../normalise/assay-export.js";
import {normaliseWebExport} from "../normalise/web-export.js";
import {readRecords} from "./read-records.js";
import {makePart, type SnapshotPart, type SourceFile} from "./snapshot-part.js";

/** Reads a file of activities on the target that the source names: activities and the molecules measured. */
export function readActivities(file: SourceFile): SnapshotPart {
  const target = findTarget(file);
  const records = readRecords(file, ",");
  const sourceId = file.source.source_id;
  const rows = records.map((record, i) => normaliseActivity(record, {targetId: target.symbol, sourceId, line: i + 1}));
  return makePart({
    activities: rows.map(({activity}) => activity),
    issues: rows.flatMap(({issues}) => issues),
    molecules: findSets(file.project, target).flatMap((set) => readMolecules(records, set.id, sourceId)),
    rowCount: records.length
  });
}

/** Reads a file of assays on the target that the source names. */
export function readAssays(file: SourceFile): SnapshotPart {
  const {chembl} = findTarget(file);
  const records = readRecords(file, ",");
  const assays = records.map((record) => normaliseAssay(record, chembl ?? "", file.source.source_id));
  return makePart({assays, rowCount: records.length});
}

/** Reads ChEMBL's own web export, for the documents and names that the activity files lack. */
export function readWebExport(file: SourceFile): SnapshotPart {
  const notes = readRecords(file, ";").map(normaliseWebExport);
  return makePart({notes, rowCount: notes.length});
}

function findTarget({source, project, path}: SourceFile): ProjectTarget {
  const target = project.targets.find(({symbol}) => symbol === source.subject);
  if (!target) throw new Error(`${path} is about ${String(source.subject)}, which is no target of the project`);
  return target;
}

function findSets(project: Project, {symbol}: ProjectTarget): CompoundSet[] {
  return project.compound_sets.filter((set) => set.kind === "measured" && set.targets.includes(symbol));
}

function readMolecules(records: readonly Record<string, string>[], setId: string, sourceId: string): MoleculeRow[] {
  const molecules = new Map<string, MoleculeRow>();
  for (const [i, record] of records.entries()) {
    const id = textOf(record, "molecule_chembl_id") ?? "";
    if (molecules.has(id)) continue;
    molecules.set(id, {
      compound_id: id,
      set_id: setId,
      smiles: textOf(record, "canonical_smiles"),
      name: null,
      molecule_type: null,
      max_phase: null,
      first_approval: null,
      source_id: sourceId,
      source_row: i + 1
    });
  }
  return [...molecules.values()];
}
