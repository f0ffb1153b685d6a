import {existsSync, readFileSync} from "node:fs";
import {findInput} from "../inputs.js";
import {PROJECT_FILE} from "../project.js";
import {PUBLISHED_TABLES} from "../../src/tables/published.js";

/**
 * Files that are published under a fixed name, for people to download and pages to open by id: the tables as Parquet,
 * the coordinates of the project's structures, the project and its sources.
 */
export function publishedPaths(): string[] {
  const tables = PUBLISHED_TABLES.filter(({name}) => ALWAYS.has(name) || findInput({name, about: "", columns: {}}));
  return [
    ...tables.map(({name}) => `/data/tables/${name}.parquet`),
    ...structureIds().map((id) => `/data/structures/${id.toLowerCase()}.pdb`),
    "/data/attribution.txt",
    "/data/references.bib",
    "/data/project.json",
    "/data/sources.json"
  ];
}

/** Tables that a build makes itself. */
const ALWAYS = new Set(["compounds", "potencies", "sources", "issues", "columns"]);

/** Pages of the targets of the project, one each. */
export const targetPaths = (): string[] => (readProjectFile().targets ?? []).map(({symbol}) => `/target/${symbol}`);

const structureIds = (): string[] => (readProjectFile().structures ?? []).map(({id}) => id);

function readProjectFile(): {structures?: {id: string}[]; targets?: {symbol: string}[]} {
  return existsSync(PROJECT_FILE) ? (JSON.parse(readFileSync(PROJECT_FILE, "utf8")) as object) : {};
}
