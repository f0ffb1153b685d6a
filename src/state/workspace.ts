import * as v from "valibot";
import {type Issue, makeIssue} from "../base/issue.js";
import {keptFunnelSchema} from "./kept-funnel.js";

/** Sections of a report, in their order. */
export const REPORT_SECTIONS = [
  "question",
  "sources",
  "targets",
  "funnel",
  "shortlist",
  "evidence",
  "methods",
  "references"
] as const;
export type ReportSection = (typeof REPORT_SECTIONS)[number];

const VERSION = 1;
const texts = v.optional(v.record(v.string(), v.string()), {});

const reportSchema = v.looseObject({
  title: v.optional(v.string(), ""),
  authors: v.optional(v.string(), ""),
  /** Narrative in Markdown, by the section it stands in. */
  cells: texts,
  /** Sections left out. */
  hidden: v.optional(v.array(v.string()), []),
  /** Columns of the table of compounds; empty for the usual ones. */
  columns: v.optional(v.array(v.string()), []),
  /** Key of the compound that the others are compared with; empty for none. */
  reference: v.optional(v.string(), "")
});
/** What a reader wrote and chose in a report. Fields that another version added are kept. */
export type ReportText = v.InferOutput<typeof reportSchema>;

const workspaceSchema = v.looseObject({
  /** Id of the project it was made in. */
  project: v.optional(v.string(), ""),
  /** State of each page, as its query string. */
  pages: texts,
  report: v.optional(reportSchema, {}),
  /** What the filters on compounds left, as last seen. */
  funnel: v.optional(v.nullable(keptFunnelSchema)),
  /** Decisions as in a shortlist file; checked by `parseShortlist`. */
  decisions: v.optional(v.array(v.unknown()), [])
});
/** The whole state of a workbench: pages, report, decisions. Fields that another version added are kept. */
export type Workspace = v.InferOutput<typeof workspaceSchema>;

/** A report in which nothing was written or chosen yet. */
export const emptyReport = (): ReportText => v.parse(reportSchema, {});

/** A workspace that was read, or why it could not be. */
export type WorkspaceRead =
  {readonly workspace: Workspace; readonly issue: null} | {readonly workspace: null; readonly issue: Issue};

/** The state as a file. */
export const formatWorkspace = (workspace: Workspace): string =>
  `${JSON.stringify({fumehood_state: VERSION, ...workspace}, null, 1)}\n`;

/** Reads a state file, or a report saved as HTML that carries one; `source` names it in the issue. */
export function parseWorkspace(text: string, source: string): WorkspaceRead {
  const refuse = (reason: string): WorkspaceRead => ({
    workspace: null,
    issue: makeIssue(source, null, text.slice(0, 40), reason)
  });
  let content: unknown;
  try {
    content = JSON.parse(embeddedState(text) ?? text);
  } catch {
    return refuse("is no state of this workbench: it is not JSON, or was cut short");
  }
  const head = v.safeParse(v.looseObject({fumehood_state: v.number()}), content);
  if (!head.success) return refuse("is no state of this workbench");
  if (head.output.fumehood_state > VERSION) return refuse("was written by a newer version of this workbench");
  const read = v.safeParse(workspaceSchema, content);
  if (read.success) return {workspace: read.output, issue: null};
  const [issue] = read.issues;
  return refuse(`${v.getDotPath(issue) ?? "state"}: ${issue.message}`);
}

/** The element of a saved report that carries its state. */
export const STATE_ELEMENT = "fumehood-state";

const embeddedState = (text: string): string | undefined =>
  new RegExp(`<script type="application/json" id="${STATE_ELEMENT}">([\\s\\S]*?)</script>`).exec(text)?.[1];

/** Longest state that is put into a link: mail programs and chats cut longer ones. */
export const LONGEST_LINK = 8000;

/** The state as text for a link: version, dot, base64url of the deflated JSON. */
export async function packWorkspace(workspace: Workspace): Promise<string> {
  const bytes = await through(
    new TextEncoder().encode(JSON.stringify(workspace)),
    new CompressionStream("deflate-raw")
  );
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return `${String(VERSION)}.${base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

/** Reads the text of a link. What is damaged, cut or newer is an issue in words. */
export async function unpackWorkspace(text: string): Promise<WorkspaceRead> {
  const refuse = (reason: string): WorkspaceRead => ({
    workspace: null,
    issue: makeIssue("link", null, text.slice(0, 40), reason)
  });
  const [, version, body] = /^(\d+)\.([\w-]*)$/.exec(text) ?? [];
  if (version === undefined || body === undefined) return refuse("holds no state: it was damaged on its way");
  if (Number(version) > VERSION) return refuse("was made by a newer version of this workbench");
  try {
    const binary = atob(body.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const json = new TextDecoder().decode(await through(bytes, new DecompressionStream("deflate-raw")));
    return parseWorkspace(JSON.stringify({fumehood_state: Number(version), ...(JSON.parse(json) as object)}), "link");
  } catch {
    return refuse("holds no whole state: it was cut short or damaged on its way");
  }
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: GenericTransformStream
): Promise<Uint8Array<ArrayBuffer>> {
  const body = new Blob([bytes])
    .stream()
    .pipeThrough(stream as ReadableWritablePair<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>);
  return new Uint8Array(await new Response(body).arrayBuffer());
}
