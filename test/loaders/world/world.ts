import {mkdtemp} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {type FetchAll, fetchAll} from "../../../loaders/fetch/fetch-all.js";
import {mirrorEffects} from "../../../loaders/fetch/mirror.js";
import type {Outcome} from "../../../loaders/fetch/run-source.js";
import type {Effects} from "../../../loaders/http/effects.js";
import type {Source} from "../../../loaders/sources/source.js";
import {type Answer, type Asked, startServer, type TestServer} from "../http/test-server.js";
import {makeHastyClock} from "../http/virtual-clock.js";
import {answerChembl} from "./chembl.js";
import {answerBiorxiv, answerEuropePmc, answerPubmed, answerPubtator} from "./literature.js";
import {answerOpenTargets} from "./open-targets.js";
import {answerAlphafold, answerRcsb, answerTrials, answerUniprot} from "./registries.js";
import {smallProject} from "./project.js";

/** Answers of every host; a bare value is JSON, an object with `body` an answer. */
const HOSTS: Readonly<Record<string, (asked: Asked, pageSize: number) => unknown>> = {
  "www.ebi.ac.uk/chembl": answerChembl,
  "www.ebi.ac.uk/europepmc": answerEuropePmc,
  "api.platform.opentargets.org": answerOpenTargets,
  "eutils.ncbi.nlm.nih.gov": answerPubmed,
  "www.ncbi.nlm.nih.gov/research/pubtator3-api": answerPubtator,
  "api.biorxiv.org": answerBiorxiv,
  "clinicaltrials.gov": answerTrials,
  "rest.uniprot.org": answerUniprot,
  "search.rcsb.org": answerRcsb,
  "data.rcsb.org": answerRcsb,
  "files.rcsb.org": answerRcsb,
  "alphafold.ebi.ac.uk": answerAlphafold
};

const isAnswer = (value: unknown): value is Answer => typeof value === "object" && value !== null && "body" in value;

/** One local server that stands for all sources; pages are small, so that paging happens. */
export function startWorld(pageSize = 4, port = 0): Promise<TestServer> {
  return startServer((asked) => {
    const host = Object.keys(HOSTS).find((name) => asked.path.startsWith(`/${name}`));
    const reply = host === undefined ? null : HOSTS[host]?.(asked, pageSize);
    if (reply === null || reply === undefined) return null;
    return isAnswer(reply) ? reply : {body: reply};
  }, port);
}

export interface World {
  readonly server: TestServer;
  readonly rawFolder: string;
  /** Fetches one source, or several. */
  readonly fetch: (sources: readonly Source[], options?: Partial<FetchAll>) => Promise<readonly Outcome[]>;
  /** Effects that note when each host was asked. */
  readonly recordTimes: () => {readonly times: Map<string, number[]>; readonly effects: Effects};
}

/** A world with a clock in which waiting takes no time. */
export async function makeWorld(server: TestServer): Promise<World> {
  const rawFolder = await mkdtemp(join(tmpdir(), "fumehood-raw-"));
  const clock = makeHastyClock();
  const plain: Effects = {...clock, random: () => 0.5, fetch: (url, init) => fetch(url, init)};
  const effects = mirrorEffects(plain, server.origin);
  return {
    server,
    rawFolder,
    recordTimes: () => {
      const times = new Map<string, number[]>();
      const record: Effects["fetch"] = (url, init) => {
        const {host} = new URL(url);
        times.set(host, [...(times.get(host) ?? []), effects.now()]);
        return effects.fetch(url, init);
      };
      return {times, effects: {...effects, fetch: record}};
    },
    fetch: (sources, options = {}) =>
      fetchAll({
        project: smallProject,
        sources: sources.map(hasty),
        only: sources.map(({id}) => id),
        rawFolder,
        refresh: false,
        offline: false,
        caller: {email: null, ncbiKey: null},
        userAgent: "fumehood/test",
        effects,
        queues: new Map(),
        report: () => undefined,
        onOutcome: () => undefined,
        ...options
      })
  };
}

/** The same source with short time-outs. */
const hasty = (source: Source): Source => ({
  ...source,
  hosts: Object.fromEntries(Object.entries(source.hosts).map(([host, policy]) => [host, {...policy, timeoutMs: 400}]))
});
