import {createHash} from "node:crypto";
import {existsSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import type {Project} from "../src/tables/project.js";
import type {SourceRow} from "../src/tables/sources.js";
import {INPUT_FOLDERS} from "./inputs.js";
import {PROJECT_FILE} from "./project.js";
import {readSourceRows, SOURCES_FILE} from "./sources-file.js";
import {PROJECT_SOURCE} from "./tables/make-targets.js";

/** The sources of the embedded copy and of what was fetched; a source fetched again replaces the embedded one. */
export async function readSources(project: Project): Promise<SourceRow[]> {
  const fetched = join(INPUT_FOLDERS.raw, "sources.json");
  const rows = [
    ...(await readSourceRows()),
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
