import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {isEmbeddedUsed} from "../project-sources.js";
import {PROJECT_FILE} from "../project.js";

/** A page that the top bar links to. */
export interface SitePage {
  /** Absolute from the site's root, without `.html`, e.g. `/about/sources`. */
  readonly path: string;
  readonly name: string;
  /** Folder of the pages that belong to it. */
  readonly group?: string;
  /** Listed under "More", behind the pages of the daily work. */
  readonly isAside?: true;
}

/** What the frame of every page prints. */
export interface Site {
  readonly title: string;
  readonly pages: readonly SitePage[];
  /** ISO date of the oldest retrieval among the sources; null when no source is known. */
  readonly retrievedOn: string | null;
}

const PAGES: readonly SitePage[] = [
  {path: "/", name: "Overview"},
  {path: "/targets", name: "Targets", group: "/target"},
  {path: "/compounds", name: "Compounds"},
  {path: "/series", name: "Series"},
  {path: "/structures", name: "Structures"},
  {path: "/evidence", name: "Evidence"},
  {path: "/shortlist", name: "Shortlist"},
  {path: "/report", name: "Report"},
  {path: "/changes", name: "What changed", isAside: true},
  {path: "/sql", name: "SQL", isAside: true},
  {path: "/about/sources", name: "Sources", isAside: true},
  {path: "/about/methods", name: "Methods", isAside: true},
  {path: "/about/models/", name: "ADMET models", group: "/about/models", isAside: true},
  {path: "/about/add-your-own", name: "Add your own", isAside: true},
  {path: "/about/privacy", name: "Privacy", isAside: true}
];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

function readJson(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

/** The oldest retrieval among the sources that are published, embedded or fetched. */
function oldestRetrieval(root: string): string | null {
  const listed = (file: string): readonly unknown[] => {
    const list = readJson(join(root, file));
    return Array.isArray(list) ? list : [];
  };
  const embedded = listed("data/sources.json").filter(
    (source) => isRecord(source) && (source["reader"] === undefined || isEmbeddedUsed(String(source["reader"])))
  );
  const dates = [...embedded, ...listed("data/raw/sources.json")]
    .map((source) => (isRecord(source) ? source["retrieved_on"] : null))
    .filter((date) => typeof date === "string");
  return dates.sort()[0] ?? null;
}

/** The frame's facts: title of the project, the pages that exist, the age of the data. */
export function readSite(root = "."): Site {
  const project = readJson(join(root, PROJECT_FILE));
  const title = isRecord(project) && typeof project["title"] === "string" ? project["title"] : "Untitled project";
  const hasPage = ({path}: SitePage): boolean =>
    existsSync(join(root, "src", path.endsWith("/") ? `${path}index.md` : `${path}.md`)) ||
    existsSync(join(root, "src", `${path}.md.ts`));
  return {title, pages: PAGES.filter(hasPage), retrievedOn: oldestRetrieval(root)};
}
