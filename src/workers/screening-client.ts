import type {Issue} from "../base/issue.js";
import {type PackedRecords, packRecords, unpackRecords} from "../screening/packed-records.js";
import type {PackedRows} from "../screening/packed-rows.js";
import type {ScreeningLabels} from "../screening/screen.js";
import {type BatchOutcome, screenResiliently} from "../screening/screen-resiliently.js";
import type {ScreenedBatch} from "../screening/screened-rows.js";
import type {ScreeningTables} from "../screening/screening-context.js";
import type {RDKitUrls} from "./rdkit-urls.js";
import type {ReadingReply, ReadingSetup, ScreeningReply, ScreeningSetup, ScreeningTask} from "./screening-protocol.js";
import {workerReply} from "./worker-reply.js";

/** How far a screening has come. */
export interface ScreeningProgress {
  readonly rows: number;
  readonly issues: number;
  /** Share of the file read, 0-1. */
  readonly share: number;
  readonly perSecond: number;
  /** Null while nothing can be said. */
  readonly secondsLeft: number | null;
}

/** How files are screened in the page. */
export interface BrowserScreening {
  readonly urls: RDKitUrls;
  readonly tables: ScreeningTables;
  /** What rows have in common; an issue names its own file. */
  readonly labels: Omit<ScreeningLabels, "source">;
  /** Cancels: workers end at once and their memory is returned. */
  readonly signal: AbortSignal;
  /** Takes partial results as they come, in no order; `ScreenedRows` puts them together. */
  readonly onBatch: (batch: ScreenedBatch) => void;
  readonly onProgress?: (progress: ScreeningProgress) => void;
  /** Workers to use; one fewer than the cores unless told, at least two. */
  readonly threads?: number;
}

/** On two cores the page takes little of the second while it screens: one worker would leave most of it idle. */
const LEAST_THREADS = 2;

/**
 * Screens SMILES, CSV, TSV, SDF or Parquet files (or gzip of these) in workers: one reads the files piece by piece, the
 * others screen; the page only passes batches on. Resolves when the last file has ended; every worker is gone then.
 *
 * @throws when the only file cannot be read, no engine starts, or `signal` cancels
 */
export async function screenInBrowser(files: readonly File[], screening: BrowserScreening): Promise<ScreeningProgress> {
  const end = new AbortController();
  const signal = AbortSignal.any([screening.signal, end.signal]);
  const source = new RecordSource(files, signal);
  const size = files.reduce((sum, file) => sum + file.size, 0);
  const tally = new Tally(size, screening);
  const threads = screening.threads ?? Math.max(LEAST_THREADS, navigator.hardwareConcurrency - 1);
  try {
    await Promise.all(Array.from({length: threads}, () => screenUntilEmpty(source, screening, signal, tally)));
    return {...tally.progress(), share: 1, secondsLeft: 0};
  } finally {
    end.abort(new Error("screening has ended"));
  }
}

/** One screening worker's life: takes batches until there are none; replaced when it dies. */
async function screenUntilEmpty(
  source: RecordSource,
  screening: BrowserScreening,
  signal: AbortSignal,
  tally: Tally
): Promise<void> {
  let worker: Worker | undefined;
  const stop = (): void => {
    worker?.terminate();
    worker = undefined;
  };
  signal.addEventListener("abort", stop);
  const ask = async (records: PackedRecords, source: string): Promise<BatchOutcome<PackedRows>> => {
    signal.throwIfAborted();
    try {
      const task: ScreeningTask = {records, source};
      worker?.postMessage(task);
      if (worker === undefined) throw new Error("no worker");
      const reply = await workerReply<ScreeningReply>(worker, signal);
      if (reply.kind !== "screened") throw new Error(`invalid reply: ${reply.kind}`);
      return {rows: [reply.rows], issues: [...reply.issues]};
    } catch (cause) {
      stop();
      signal.throwIfAborted();
      worker = await startScreeningWorker(screening, signal);
      throw cause;
    }
  };
  try {
    worker = await startScreeningWorker(screening, signal);
    tally.begin();
    for (let batch = await source.take(); batch !== null; batch = await source.take()) {
      const {rows, issues} = await screenBatch(batch, ask);
      signal.throwIfAborted();
      const {records, first, fields} = batch;
      const screened: ScreenedBatch = {records, first, rows, issues: [...batch.issues, ...issues], fields};
      screening.onBatch(screened);
      tally.add(screened, batch.bytes);
    }
  } finally {
    signal.removeEventListener("abort", stop);
    stop();
  }
}

type Ask = (records: PackedRecords, source: string) => Promise<BatchOutcome<PackedRows>>;

/** A batch as it came; record by record, if need be, once a worker has died over it. */
function screenBatch({records, source}: RecordBatch, ask: Ask): Promise<BatchOutcome<PackedRows>> {
  const askAgain = (some: Parameters<typeof packRecords>[0]): Promise<BatchOutcome<PackedRows>> =>
    ask(packRecords(some, 0), source);
  if (records.lines.length === 0) return Promise.resolve({rows: [], issues: []});
  return ask(records, source).catch(() => screenResiliently(unpackRecords(records), source, askAgain));
}

async function startScreeningWorker({urls, tables, labels}: BrowserScreening, signal: AbortSignal): Promise<Worker> {
  const worker = new Worker(import.meta.resolve("./screening-worker.js"), {type: "module"});
  const setup: ScreeningSetup = {urls, tables, labels: {...labels, source: ""}};
  try {
    worker.postMessage(setup);
    await workerReply<ScreeningReply>(worker, signal);
    return worker;
  } catch (cause) {
    worker.terminate();
    throw new Error("the chemistry engine did not start; reload the page, or try another browser", {cause});
  }
}

/** Some records of one file. */
interface RecordBatch {
  readonly records: PackedRecords;
  readonly source: string;
  /** What is wrong with a file as a whole. */
  readonly issues: readonly Issue[];
  readonly fields: readonly string[];
  /** Its part of the bytes of the input. */
  readonly bytes: number;
  /** Place of the first record in the whole input. */
  readonly first: number;
}

/** The records of files, read in a worker of their own, a batch at a time and only when asked. */
class RecordSource {
  #bytesRead = 0;
  /** Bytes read that belong to no batch yet. */
  #bytesLeft = 0;
  readonly #worker: Worker;
  readonly #signal: AbortSignal;
  #waiting: RecordBatch[] = [];
  #count = 0;
  #isLast = false;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(files: readonly File[], signal: AbortSignal) {
    this.#signal = signal;
    this.#worker = new Worker(import.meta.resolve("./reading-worker.js"), {type: "module"});
    const setup: ReadingSetup = {files: files.map((file) => ({name: file.name, file}))};
    this.#worker.postMessage(setup);
    signal.addEventListener("abort", () => {
      this.#worker.terminate();
    });
  }

  /** The next batch; null when the last file has ended. */
  take(): Promise<RecordBatch | null> {
    const batch = this.#turn.then(() => this.#read());
    this.#turn = batch.catch(() => undefined);
    return batch;
  }

  async #read(): Promise<RecordBatch | null> {
    while (this.#waiting.length === 0 && !this.#isLast) {
      const answer = workerReply<ReadingReply>(this.#worker, this.#signal);
      this.#worker.postMessage("next");
      const {batches, source, issues, fields, bytesRead, isLast} = await answer;
      const bytes = this.#bytesLeft + bytesRead - this.#bytesRead;
      this.#bytesRead = bytesRead;
      const count = batches.reduce((sum, {lines}) => sum + lines.length, 0);
      const none = issues.length > 0 && batches.length === 0 ? [packRecords([], 0)] : batches;
      for (const [at, records] of none.entries()) {
        const share = count === 0 ? 1 : records.lines.length / count;
        const own = {records, source, issues: at === 0 ? issues : [], fields, bytes: bytes * share};
        this.#waiting.push({...own, first: this.#count});
        this.#count += records.lines.length;
      }
      this.#bytesLeft = this.#waiting.length === 0 ? bytes : 0;
      this.#isLast = isLast;
    }
    return this.#waiting.shift() ?? null;
  }
}

class Tally {
  readonly #size: number;
  readonly #onProgress: BrowserScreening["onProgress"];
  #start = NaN;
  #bytes = 0;
  #rows = 0;
  #issues = 0;

  constructor(size: number, {onProgress}: BrowserScreening) {
    this.#size = size;
    this.#onProgress = onProgress;
  }

  /** The first engine is ready: rates are told from now on. */
  begin(): void {
    if (Number.isNaN(this.#start)) this.#start = performance.now();
  }

  add({rows, issues}: ScreenedBatch, bytes: number): void {
    for (const {count} of rows) this.#rows += count;
    this.#issues += issues.length;
    this.#bytes += bytes;
    this.#onProgress?.(this.progress());
  }

  progress(): ScreeningProgress {
    const seconds = Number.isNaN(this.#start) ? 1e-3 : Math.max(1e-3, (performance.now() - this.#start) / 1000);
    const share = this.#size === 0 ? 1 : Math.min(1, this.#bytes / this.#size);
    const secondsLeft = share > 0 ? (seconds / share) * (1 - share) : null;
    const perSecond = (this.#rows + this.#issues) / seconds;
    return {rows: this.#rows, issues: this.#issues, share, perSecond, secondsLeft};
  }
}
