import type {IssueRow} from "../../src/tables/issues.js";
import type {Project} from "../../src/tables/project.js";
import type {SourceRow} from "../../src/tables/sources.js";
import type {Row, Table} from "../../src/tables/table.js";
import type {Effects} from "../http/effects.js";
import {downloadFile} from "../http/download.js";
import type {HostQueue} from "../http/host-queue.js";
import {makeResponseCache, sha256} from "../http/response-cache.js";
import {SourceError} from "../http/source-error.js";
import {type Http, type HttpRequest, makeHttp} from "../http.js";
import type {Caller, Fetched, Source, SourceContext} from "../sources/source.js";
import {type GoodCopy, openPartStore, type PartStore} from "./part-store.js";

/** What a run has in common for all sources. */
export interface FetchRun {
  readonly project: Project;
  readonly rawFolder: string;
  readonly refresh: boolean;
  readonly offline: boolean;
  readonly caller: Caller;
  readonly userAgent: string;
  readonly effects: Effects;
  readonly queues: Map<string, HostQueue>;
  readonly report: (sourceId: string, what: string, done: number, total: number | null) => void;
  readonly readFetched: <T extends Table>(table: T) => Promise<Row<T>[]>;
}

/** What became of one source. */
export interface Outcome {
  readonly source: Source;
  readonly state: "new" | "kept" | "failed";
  /** Why it was kept or failed; for new, what a reader must know. */
  readonly reason: string;
  /** The copy that answers this project; null when there is none. */
  readonly copy: GoodCopy | null;
}

/** Hash of what a source is asked for a project. */
export const questionOf = (source: Source, project: Project): string =>
  sha256(JSON.stringify([source.id, source.plan(project), project.structures])).slice(0, 16);

/** Fetches one source, or keeps its copy when it answers the same question. Never throws: a failure is an outcome. */
export async function runSource(source: Source, run: FetchRun): Promise<Outcome> {
  const store = openPartStore(run.rawFolder, source.id);
  const question = questionOf(source, run.project);
  const old = await store.find();
  const usable = old?.question === question ? old : null;
  if (usable && !run.refresh && !store.isUnderWay())
    return {source, state: "kept", reason: `fetched on ${usable.source.retrieved_on}`, copy: usable};
  try {
    const copy = await fetchCopy(source, run, store, question);
    return {source, state: "new", reason: copy.source.note ?? "", copy};
  } catch (error) {
    const words = describeError(error);
    if (usable)
      return {
        source,
        state: "failed",
        reason: `${words}; kept the copy of ${usable.source.retrieved_on}`,
        copy: usable
      };
    const other = old ? `; the copy of ${old.source.retrieved_on} answers another question and is not used` : "";
    return {source, state: "failed", reason: `${words}${other}`, copy: null};
  }
}

async function fetchCopy(source: Source, run: FetchRun, store: PartStore, question: string): Promise<GoodCopy> {
  if (run.refresh && !run.offline && !store.isUnderWay()) await makeResponseCache(store.cacheFolder).clear();
  await store.begin();
  const {http: unstamped} = openHttp(source, run, store, "");
  const release = await source.findRelease(run.offline ? asKept(unstamped) : unstamped);
  const {http, oldest} = openHttp(source, run, store, release ?? "");
  const fetched = await source.fetch(contextOf(source, run, store, http, release));
  const parts: Record<string, string> = {};
  for (const table of fetched.tables) parts[table.table.name] = await store.writePart(table);
  const retrieved = oldest() ?? new Date(run.effects.now()).toISOString();
  const copy: GoodCopy = {
    question,
    parts,
    source: sourceRow(source, run.project, fetched, release, retrieved, parts),
    issues: issueRows(source, fetched)
  };
  await store.finish(copy);
  return copy;
}

/** A client that also knows the oldest reply it used: that is the age of the copy. */
function openHttp(source: Source, run: FetchRun, store: PartStore, generation: string) {
  let oldest: string | undefined;
  const http = makeHttp(
    {
      policyOf: (host) => {
        const policy = source.hosts[host];
        if (!policy) throw new SourceError(`${source.name} has no business with ${host}`, null);
        return {...policy, gapMs: Math.min(policy.gapMs, source.gapMsFor?.(run.caller) ?? Infinity)};
      },
      userAgent: run.userAgent,
      cache: makeResponseCache(store.cacheFolder),
      generation,
      queues: run.queues,
      offline: run.offline
    },
    run.effects
  );
  const request = async (asked: HttpRequest) => {
    const reply = await http.request(asked);
    if (oldest === undefined || reply.retrievedAt < oldest) oldest = reply.retrievedAt;
    return reply;
  };
  return {http: {request}, oldest: () => oldest};
}

const asKept = (http: Http): Http => ({request: (asked) => http.request({...asked, fresh: false})});

const contextOf = (
  source: Source,
  run: FetchRun,
  store: PartStore,
  http: Http,
  release: string | null
): SourceContext => ({
  project: run.project,
  http,
  release,
  today: new Date(run.effects.now()).toISOString().slice(0, 10),
  caller: run.caller,
  report: (what, done, total) => {
    run.report(source.id, what, done, total);
  },
  readFetched: run.readFetched,
  download: (file) => downloadFile({...file, userAgent: run.userAgent}, run.effects),
  workFolder: store.workFolder
});

const LONGEST_NOTE = 1000;

const countRows = ({rows}: Fetched["tables"][number]): number => ("file" in rows ? rows.count : rows.length);

function sourceRow(
  source: Source,
  project: Project,
  fetched: Fetched,
  release: string | null,
  retrieved: string,
  parts: Readonly<Record<string, string>>
): SourceRow {
  return {
    source_id: source.id,
    name: source.name,
    release,
    retrieved_on: retrieved.slice(0, 10),
    url: source.url,
    query: source
      .plan(project)
      .map(({what}) => what)
      .join("; "),
    licence: source.licence,
    citation: source.citation,
    doi: source.doi,
    sha256: sha256(Object.values(parts).sort().join("\n")),
    row_count: fetched.tables.reduce((sum, table) => sum + countRows(table), 0),
    note: fetched.warnings.join("; ").slice(0, LONGEST_NOTE) || null
  };
}

const issueRows = (source: Source, {issues}: Fetched): IssueRow[] =>
  issues.map(({line, input, reason, source: what}) => ({
    table_name: what,
    source: source.id,
    line,
    input,
    reason
  }));

function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
