import {createHash} from "node:crypto";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import type {ActivityRow, DocumentRow} from "../../src/tables/activities.js";
import type {MoleculeRow} from "../../src/tables/molecules.js";
import type {Project} from "../../src/tables/project.js";
import type {SnapshotSource} from "../sources-file.js";
import {joinDocuments, joinNames, mergeDrugs, notedDocuments} from "./join-notes.js";
import {readActivities, readAssays, readWebExport} from "./read-activities.js";
import {readAssociations} from "./read-associations.js";
import {readApprovedDrugs, readDrugList} from "./read-drugs.js";
import {readPdb} from "./read-pdb.js";
import {joinParts, type SnapshotPart, type SourceFile} from "./snapshot-part.js";

/** The rows of a snapshot, sorted, and its sources with hash and count of what was read. */
export interface Snapshot extends Omit<SnapshotPart, "activities" | "notes" | "rowCount"> {
  readonly activities: readonly ActivityRow[];
  readonly documents: readonly DocumentRow[];
  readonly sources: readonly SnapshotSource[];
}

const READERS: Readonly<Record<SnapshotSource["reader"], (file: SourceFile) => SnapshotPart | Promise<SnapshotPart>>> =
  {
    associations: readAssociations,
    activities: readActivities,
    assays: readAssays,
    "web-export": readWebExport,
    "approved-drugs": readApprovedDrugs,
    "drug-list": readDrugList,
    pdb: readPdb
  };

/**
 * Reads every source of the snapshot from a folder.
 *
 * @throws with the path when a file is missing or damaged
 */
export async function makeSnapshot(
  folder: string,
  sources: readonly SnapshotSource[],
  project: Project
): Promise<Snapshot> {
  const read = await Promise.all(sources.map((source) => readSource(folder, source, project)));
  const {notes, activities, ...rest} = joinParts(read.map(({part}) => part));
  const drugs = mergeDrugs(rest.drugs);
  const joined = joinDocuments(activities, notes);
  const exported = sources.find(({reader}) => reader === "web-export")?.source_id ?? "";
  return {
    ...rest,
    sources: read.map(({source}) => source),
    drugs: sortBy(drugs, ({compound_id: id}) => [id]),
    molecules: joinNames(uniqueMolecules(rest.molecules), drugs, notes),
    activities: numberActivities(joined),
    documents: sortBy(notedDocuments(joined, notes, exported), ({document_id: id}) => [id]),
    assays: sortBy(
      uniqueBy(rest.assays, ({assay_id: id}) => id),
      ({assay_id: id}) => [id]
    ),
    evidence: sortBy(rest.evidence, (row) => [row.datasource_id]),
    factors: sortBy(rest.factors, (row) => [row.factor_id])
  };
}

async function readSource(folder: string, source: SnapshotSource, project: Project) {
  const path = join(folder, source.file);
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new Error(`cannot read ${path} of source ${source.source_id}: is --from right?`, {cause});
  });
  const part = await READERS[source.reader]({source, project, path, bytes});
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return {part, source: {...source, sha256, row_count: part.rowCount}};
}

function uniqueMolecules(molecules: readonly MoleculeRow[]): MoleculeRow[] {
  const unique = uniqueBy(molecules, (row) => `${row.set_id} ${row.compound_id}`);
  return sortBy(unique, (row) => [row.set_id, row.compound_id]);
}

function numberActivities(activities: Parameters<typeof joinDocuments>[0]): ActivityRow[] {
  const sorted = sortBy(activities, (row) => [row.compound_id, row.target_id, row.source_row]);
  return sorted.map((row, i) => ({activity_id: i + 1, ...row}));
}

function uniqueBy<Item>(items: readonly Item[], key: (item: Item) => string): Item[] {
  const seen = new Set<string>();
  return items.filter((item) => !seen.has(key(item)) && seen.add(key(item)));
}

/** Sorts by keys in order, numbers as numbers, `CHEMBL9` before `CHEMBL10`; equal keys keep their order. */
function sortBy<Item>(items: readonly Item[], keys: (item: Item) => readonly (string | number)[]): Item[] {
  const keyed = items.map((item) => ({item, parts: keys(item).map(padNumbers)}));
  return keyed.sort((a, b) => compare(a.parts.join(" "), b.parts.join(" "))).map(({item}) => item);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function padNumbers(key: string | number): string {
  return String(key).replace(/\d+/g, (digits) => digits.padStart(10, "0"));
}
