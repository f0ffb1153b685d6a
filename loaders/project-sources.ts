import {createHash} from "node:crypto";
import {existsSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import type {Project} from "../src/tables/project.js";
import type {SourceRow} from "../src/tables/sources.js";
import {activities, assays} from "../src/tables/activities.js";
import {drugs} from "../src/tables/drugs.js";
import {structures} from "../src/tables/structures.js";
import type {Table} from "../src/tables/table.js";
import {targets} from "../src/tables/targets.js";
import {findInput, INPUT_FOLDERS, projectInputs, type InputFolders} from "./inputs.js";
import {PROJECT_FILE} from "./project.js";
import {readSourceRows, readSourcesFile, SOURCES_FILE, type SnapshotSource} from "./sources-file.js";
import {PROJECT_SOURCE} from "./tables/make-targets.js";

/** The table that an embedded source fills first: when that table was fetched, nothing of the source is published. */
const TABLE_OF_READER: Readonly<Record<SnapshotSource["reader"], Table>> = {
  associations: targets,
  activities,
  assays,
  "web-export": activities,
  "approved-drugs": drugs,
  "drug-list": drugs,
  pdb: structures
};

/** True when what an embedded source brought is published: its table was not fetched. */
export const isEmbeddedUsed = (reader: string, folders: InputFolders = projectInputs()): boolean =>
  reader in TABLE_OF_READER &&
  findInput(TABLE_OF_READER[reader as SnapshotSource["reader"]], folders)?.origin === "snapshot";

/** Ids of the embedded sources that are published. */
export async function embeddedSourceIds(folders: InputFolders = projectInputs()): Promise<Set<string>> {
  const used = (await readSourcesFile()).filter(({reader}) => isEmbeddedUsed(reader, folders));
  return new Set(used.map(({source_id}) => source_id));
}

/** The sources of what is published, embedded or fetched; a source fetched again replaces the embedded one. */
export async function readSources(project: Project): Promise<SourceRow[]> {
  const fetched = join(INPUT_FOLDERS.raw, "sources.json");
  const embedded = await embeddedSourceIds();
  const rows = [
    ...(await readSourceRows()).filter(({source_id}) => embedded.has(source_id)),
    ...(existsSync(fetched) ? await readSourceRows(fetched) : []),
    await describeProject(project)
  ];
  return [...new Map(rows.map((row) => [row.source_id, row])).values()];
}

async function describeProject(project: Project): Promise<SourceRow> {
  const content = await readFile(PROJECT_FILE);
  return {
    source_id: PROJECT_SOURCE,
    name: `Project file: ${project.title}`,
    release: null,
    retrieved_on: null,
    url: PROJECT_FILE,
    query: project.question,
    licence: "MIT",
    citation: project.title,
    doi: null,
    sha256: createHash("sha256").update(content).digest("hex"),
    row_count: project.targets.length,
    note: `Read from ${PROJECT_FILE}; other sources are listed in ${SOURCES_FILE}.`
  };
}
