import {rowNumbers} from "../base/row-numbers.js";
import type {QueryKind, StructureQuery} from "../search/structure-query.js";
import {rowMask, rowsOfMask} from "../search/row-mask.js";
import {buffersOfTexts, type PackedTexts} from "../tables/packed-texts.js";
import {columnLength, packColumn, type TextColumn} from "../tables/text-column.js";
import {textsAt} from "../tables/text-pack.js";
import type {RDKitUrls} from "./rdkit-urls.js";
import type {SearchReply, SearchSetup, SearchTask} from "./search-protocol.js";
import {workerReply} from "./worker-reply.js";

/** What a set search works with. */
export interface SetSearchOptions {
  readonly urls: RDKitUrls;
  /** Compiled kernels. */
  readonly kernels: WebAssembly.Module;
  /** Workers to use; one fewer than the cores unless told, at least one. */
  readonly threads?: number;
  /** Awaited now and then while rows are dealt, so that a page can answer meanwhile. */
  readonly pause?: () => Promise<void>;
}

/** How far a search has come. */
export interface SearchProgress {
  /** Rows of which it is known whether they are hits. */
  readonly settled: number;
  readonly total: number;
  /** Hits so far. */
  readonly hits: number;
  /** Rows that are not yet read for searching; the first search of a set reads them as it goes. */
  readonly unread: number;
}

/** How a search is watched and stopped. */
export interface SearchWatch {
  /** Hits as they are found, in no order; scores only of "similar". */
  readonly onHits?: (rows: readonly number[], scores: readonly number[] | null) => void;
  readonly onProgress?: (progress: SearchProgress) => void;
  /** Stops the search within some milliseconds; what is read stays for the next. */
  readonly signal?: AbortSignal;
}

/** All hits of a search. */
export interface SearchAnswer {
  /** Row numbers: nearest first for "similar", else ascending. */
  readonly rows: Uint32Array;
  /** Similarity of each hit; null in the other modes. */
  readonly scores: Float64Array | null;
  /** How the query was read. */
  readonly readAs: QueryKind;
  /** Rows without a structure that could be read; they are no hit in any mode. */
  readonly unreadable: number;
}

/** Rows handed to a worker at a time, so that neighbours in the file are spread over all workers. */
const DEALT_ROWS = 512;
/** Lots dealt between two pauses. */
const DEALT_AT_ONCE = 4;

/**
 * Structure searches over the set that a page shows, in workers.
 *
 * ```
 * const search = new SetSearch({urls: rdkitUrls, kernels: await loadKernels()});
 * search.setRows(set.textColumn("smiles"));                 // row r of the answer is row r of this list
 * const {rows, scores} = await search.search(
 *   structureQuery({structure: "c1ccncc1", mode: "contains"}),   // src/search/structure-query
 *   {signal, onHits: (rows) => …, onProgress: ({settled, total}) => …}
 * );
 * filter.setMask("structure", rowMask(rows, set.rowCount));     // src/search/row-mask
 * search.dispose();
 * ```
 * Nothing starts before the first search, or `read()`. The first search of a set reads it as it goes (some 2,000
 * molecules a second and worker) and gives hits meanwhile; later ones answer from what is read. Several searches may be
 * asked at once; each is answered.
 */
export class SetSearch {
  readonly #options: SetSearchOptions;
  #smiles: TextColumn = [];
  #workers: Promise<readonly SearchWorkerLink[]> | undefined;
  #nextId = 1;

  constructor(options: SetSearchOptions) {
    this.#options = options;
  }

  /** Searches other rows from now on; what was read is forgotten, searches under way fail. */
  setRows(smiles: TextColumn): void {
    this.dispose();
    this.#smiles = smiles;
  }

  /** Ends the workers and returns their memory; the next search starts new ones. */
  dispose(): void {
    const workers = this.#workers;
    this.#workers = undefined;
    void workers?.then(
      (links) => {
        for (const link of links) link.end(new Error("the set has changed"));
      },
      () => undefined
    );
  }

  /** Starts reading the rows before anything is searched. @throws when no engine starts */
  async read(): Promise<void> {
    await this.#start();
  }

  /**
   * Answers one query.
   *
   * @throws in words for the user when the structure cannot be read or an engine fails; the signal's reason when stopped
   */
  async search(query: StructureQuery, watch: SearchWatch = {}): Promise<SearchAnswer> {
    watch.signal?.throwIfAborted();
    const links = await this.#start();
    watch.signal?.throwIfAborted();
    const id = this.#nextId++;
    const rows: number[] = [];
    const scores: number[] = [];
    let settled = 0;
    const ends = links.map((link) =>
      link.search(id, query, watch.signal, (step) => {
        for (const key of step.keys) rows.push(key);
        for (const score of step.scores ?? []) scores.push(score);
        settled += step.settled;
        if (step.keys.length > 0) watch.onHits?.(step.keys, step.scores);
        const unread = links.reduce((sum, {given, read}) => sum + given - read, 0);
        watch.onProgress?.({settled, total: columnLength(this.#smiles), hits: rows.length, unread});
      })
    );
    const outcomes = await Promise.all(ends).catch((error: unknown) => {
      for (const link of links) link.cancel(id);
      if (links.some(({hasEnded}) => hasEnded)) this.dispose();
      throw error;
    });
    const unreadable = outcomes.reduce((sum, outcome) => sum + outcome.unreadable, 0);
    const readAs = outcomes[0]?.readAs ?? "SMILES";
    const total = columnLength(this.#smiles);
    if (query.mode !== "similar") return {rows: rowsOfMask(rowMask(rows, total)), scores: null, readAs, unreadable};
    return {...ranked(rows, scores, query.most), readAs, unreadable};
  }

  #start(): Promise<readonly SearchWorkerLink[]> {
    this.#workers ??= this.#open().catch((error: unknown) => {
      this.#workers = undefined;
      throw error;
    });
    return this.#workers;
  }

  async #open(): Promise<readonly SearchWorkerLink[]> {
    const smiles = packColumn(this.#smiles);
    const count = smiles.ends.length;
    const threads = this.#options.threads ?? Math.max(1, navigator.hardwareConcurrency - 1);
    const useful = Math.max(1, Math.min(threads, Math.ceil(count / DEALT_ROWS)));
    const links = await Promise.all(Array.from({length: useful}, () => startLink(this.#options)));
    for (let first = 0, turn = 0; first < count; first += DEALT_ROWS, turn++) {
      const rows = rowNumbers(Math.min(DEALT_ROWS, count - first)).map((row) => first + row);
      links[turn % useful]?.give([...rows], textsAt(smiles, rows));
      if (turn % DEALT_AT_ONCE === 0) await this.#options.pause?.();
    }
    return links;
  }
}

type Step = Extract<SearchReply, {kind: "hits"}>;
type Outcome = Extract<SearchReply, {kind: "done"}>;

interface Pending {
  readonly onStep: (step: Step) => void;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (reason: Error) => void;
}

async function startLink({urls, kernels}: SetSearchOptions): Promise<SearchWorkerLink> {
  const worker = new Worker(import.meta.resolve("./search-worker.js"), {type: "module"});
  const setup: SearchSetup = {urls, kernels};
  try {
    worker.postMessage(setup);
    await workerReply<SearchReply>(worker, new AbortController().signal);
    return new SearchWorkerLink(worker);
  } catch (cause) {
    worker.terminate();
    throw new Error("the chemistry engine did not start; reload the page, or try another browser", {cause});
  }
}

/** One worker and the searches that it works on. */
class SearchWorkerLink {
  /** Rows given to it. */
  given = 0;
  /** Rows that it has read. */
  read = 0;
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #ended: Error | undefined;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.onmessage = ({data}: MessageEvent<SearchReply>) => {
      this.#hear(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      this.end(new Error(event.message || "a search worker stopped"));
    };
  }

  /** True once the worker is gone. */
  get hasEnded(): boolean {
    return this.#ended !== undefined;
  }

  /** @param smiles handed over */
  give(keys: readonly number[], smiles: PackedTexts): void {
    this.given += keys.length;
    this.#tell({kind: "rows", keys, smiles}, buffersOfTexts(smiles));
  }

  search(
    id: number,
    query: StructureQuery,
    signal: AbortSignal | undefined,
    onStep: (step: Step) => void
  ): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      if (this.#ended) {
        reject(this.#ended);
        return;
      }
      const stop = (): void => {
        this.cancel(id);
        reject(signal?.reason instanceof Error ? signal.reason : new Error("stopped"));
      };
      signal?.addEventListener("abort", stop, {once: true});
      const settle = (): void => {
        signal?.removeEventListener("abort", stop);
      };
      this.#pending.set(id, {
        onStep,
        resolve: (outcome) => {
          settle();
          resolve(outcome);
        },
        reject: (reason) => {
          settle();
          reject(reason);
        }
      });
      this.#tell({kind: "search", id, query});
    });
  }

  cancel(id: number): void {
    if (this.#pending.delete(id)) this.#tell({kind: "cancel", id});
  }

  /** Ends the worker; what it was asked fails with the reason. */
  end(reason: Error): void {
    this.#ended ??= reason;
    this.#worker.terminate();
    for (const {reject} of this.#pending.values()) reject(this.#ended);
    this.#pending.clear();
  }

  #tell(task: SearchTask, handed: ArrayBuffer[] = []): void {
    this.#worker.postMessage(task, handed);
  }

  #hear(reply: SearchReply): void {
    if (reply.kind === "indexed") this.read = reply.rows + reply.unreadable;
    else if (reply.kind === "failed") this.end(new Error(reply.reason));
    else if (reply.kind === "hits") this.#pending.get(reply.id)?.onStep(reply);
    else if (reply.kind !== "ready") {
      const pending = this.#pending.get(reply.id);
      this.#pending.delete(reply.id);
      if (reply.kind === "refused") pending?.reject(new Error(reply.reason));
      else pending?.resolve(reply);
    }
  }
}

function ranked(
  rows: readonly number[],
  scores: readonly number[],
  most: number | null
): Pick<SearchAnswer, "rows" | "scores"> {
  const order = rowNumbers(rows.length);
  order.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || (rows[a] ?? 0) - (rows[b] ?? 0));
  const nearest = order.subarray(0, most ?? order.length);
  return {
    rows: nearest.map((index) => rows[index] ?? 0),
    scores: Float64Array.from(nearest, (index) => scores[index] ?? 0)
  };
}
