import {rowNumbers} from "../base/row-numbers.js";
import type {QueryKind, StructureQuery} from "../search/structure-query.js";
import {rowMask, rowsOfMask} from "../search/row-mask.js";
import type {PackedTexts} from "../tables/packed-texts.js";
import {columnLength, packColumn, type TextColumn} from "../tables/text-column.js";
import {textsAt} from "../tables/text-pack.js";
import {takeRows} from "./handed-rows.js";
import type {RDKitUrls} from "./rdkit-urls.js";
import {type SearchWorkerLink, startLink} from "./search-worker-link.js";

/** What a set search works with. */
export interface SetSearchOptions {
  readonly urls: RDKitUrls;
  /** Compiled kernels. */
  readonly kernels: WebAssembly.Module;
  /** Workers to use; one fewer than the cores unless told, at least two. */
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

/** Workers, and what they have of the rows of one set. */
interface Opened {
  readonly links: readonly SearchWorkerLink[];
  readonly smiles: TextColumn;
  /** Set while the rows are being dealt, and once they are. */
  dealt: Promise<void> | undefined;
}

/** On two cores the page takes little of the second while a set is read: one worker would leave most of it idle. */
const LEAST_THREADS = 2;
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
 * Nothing starts before the first search, or `read()`. What was made for searches when a set was screened (`handRows`)
 * only has to be sliced; of any other set the first search reads the structures as it goes (some 2,500 a second and
 * worker) and gives hits meanwhile; later ones answer from what is read. Several searches may be asked at once; each is
 * answered.
 */
export class SetSearch {
  readonly #options: SetSearchOptions;
  #smiles: TextColumn = [];
  #opened: Promise<Opened> | undefined;
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
    const opened = this.#opened;
    this.#opened = undefined;
    void opened?.then(
      ({links}) => {
        for (const link of links) link.end(new Error("the set has changed"));
      },
      () => undefined
    );
  }

  /** Starts reading the rows before anything is searched. @throws when no engine starts */
  async read(): Promise<void> {
    await this.#deal(await this.#start());
  }

  /**
   * Answers one query.
   *
   * @throws in words for the user when the structure cannot be read or an engine fails; the signal's reason when stopped
   */
  async search(query: StructureQuery, watch: SearchWatch = {}): Promise<SearchAnswer> {
    watch.signal?.throwIfAborted();
    const opened = await this.#start();
    watch.signal?.throwIfAborted();
    await this.#deal(opened);
    watch.signal?.throwIfAborted();
    const {links} = opened;
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

  #start(): Promise<Opened> {
    this.#opened ??= this.#open(this.#smiles).catch((error: unknown) => {
      this.#opened = undefined;
      throw error;
    });
    return this.#opened;
  }

  async #open(smiles: TextColumn): Promise<Opened> {
    const threads = this.#options.threads ?? Math.max(LEAST_THREADS, navigator.hardwareConcurrency - 1);
    const useful = Math.max(1, Math.min(threads, Math.ceil(columnLength(smiles) / DEALT_ROWS)));
    const links = await Promise.all(Array.from({length: useful}, () => startLink(this.#options)));
    const pieces = takeRows(smiles);
    for (const [turn, piece] of pieces?.entries() ?? []) {
      links[turn % useful]?.givePiece(piece);
      await this.#options.pause?.();
    }
    return {links, smiles, dealt: pieces ? Promise.resolve() : undefined};
  }

  #deal(opened: Opened): Promise<void> {
    opened.dealt ??= this.#dealRows(opened.links, packColumn(opened.smiles));
    return opened.dealt;
  }

  async #dealRows(links: readonly SearchWorkerLink[], smiles: PackedTexts): Promise<void> {
    const count = smiles.ends.length;
    for (let first = 0, turn = 0; first < count; first += DEALT_ROWS, turn++) {
      const rows = rowNumbers(Math.min(DEALT_ROWS, count - first)).map((row) => first + row);
      links[turn % links.length]?.give([...rows], textsAt(smiles, rows));
      if (turn % DEALT_AT_ONCE === 0) await this.#options.pause?.();
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
