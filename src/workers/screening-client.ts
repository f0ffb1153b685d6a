import type {InputRecord} from "../screening/input-record.js";
import {screenResiliently} from "../screening/screen-resiliently.js";
import type {Screened, ScreeningLabels} from "../screening/screen.js";
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

/** How a file is screened in the page. */
export interface BrowserScreening {
  readonly urls: RDKitUrls;
  readonly tables: ScreeningTables;
  readonly labels: ScreeningLabels;
  /** Cancels: workers end at once and their memory is returned. */
  readonly signal: AbortSignal;
  /** Takes partial results as they come, in no order; each row has its line. */
  readonly onBatch: (screened: Screened) => void;
  readonly onProgress?: (progress: ScreeningProgress) => void;
  /** Workers to use; one fewer than the cores unless told, at least one. */
  readonly threads?: number;
}

/** Records a worker takes at a time: results arrive within a second. */
const BATCH_SIZE = 100;

/**
 * Screens a SMILES, CSV, TSV or SDF file (or .gz of these) in workers: one reads the file piece by piece, the others
 * screen; the page only passes batches on. Resolves when the file has ended; every worker is gone then.
 *
 * @throws when the file cannot be read, no engine starts, or `signal` cancels
 */
export async function screenInBrowser(file: File, screening: BrowserScreening): Promise<ScreeningProgress> {
  const end = new AbortController();
  const signal = AbortSignal.any([screening.signal, end.signal]);
  const source = new RecordSource(file, signal);
  const tally = new Tally(file.size, screening);
  const threads = screening.threads ?? Math.max(1, navigator.hardwareConcurrency - 1);
  try {
    await Promise.all(Array.from({length: threads}, () => screenUntilEmpty(source, screening, signal, tally)));
    return tally.progress(source.bytesRead);
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
  const ask = async (records: readonly InputRecord[]): Promise<Screened> => {
    signal.throwIfAborted();
    try {
      const task: ScreeningTask = {records};
      worker?.postMessage(task);
      if (worker === undefined) throw new Error("no worker");
      const {rows, issues} = (await workerReply<ScreeningReply>(worker, signal)) as Screened;
      return {rows, issues};
    } catch (cause) {
      stop();
      signal.throwIfAborted();
      worker = await startScreeningWorker(screening, signal);
      throw cause;
    }
  };
  try {
    worker = await startScreeningWorker(screening, signal);
    for (let records = await source.take(); records.length > 0; records = await source.take()) {
      const screened = await screenResiliently(records, screening.labels.source, ask);
      signal.throwIfAborted();
      screening.onBatch(screened);
      tally.add(screened, source.bytesRead);
    }
  } finally {
    signal.removeEventListener("abort", stop);
    stop();
  }
}

async function startScreeningWorker({urls, tables, labels}: BrowserScreening, signal: AbortSignal): Promise<Worker> {
  const worker = new Worker(import.meta.resolve("./screening-worker.js"), {type: "module"});
  const setup: ScreeningSetup = {urls, tables, labels};
  try {
    worker.postMessage(setup);
    await workerReply<ScreeningReply>(worker, signal);
    return worker;
  } catch (cause) {
    worker.terminate();
    throw new Error("the chemistry engine did not start; reload the page, or try another browser", {cause});
  }
}

/** The records of a file, read in a worker of their own, a batch at a time and only when asked. */
class RecordSource {
  bytesRead = 0;
  readonly #worker: Worker;
  readonly #signal: AbortSignal;
  #waiting: InputRecord[] = [];
  #isLast = false;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(file: File, signal: AbortSignal) {
    this.#signal = signal;
    this.#worker = new Worker(import.meta.resolve("./reading-worker.js"), {type: "module"});
    const setup: ReadingSetup = {file, isGzip: file.name.endsWith(".gz")};
    this.#worker.postMessage(setup);
    signal.addEventListener("abort", () => {
      this.#worker.terminate();
    });
  }

  /** The next batch; empty when the file has ended. */
  take(): Promise<readonly InputRecord[]> {
    const batch = this.#turn.then(() => this.#read());
    this.#turn = batch.catch(() => undefined);
    return batch;
  }

  async #read(): Promise<readonly InputRecord[]> {
    while (this.#waiting.length === 0 && !this.#isLast) {
      const answer = workerReply<ReadingReply>(this.#worker, this.#signal);
      this.#worker.postMessage("next");
      const {records, bytesRead, isLast} = await answer;
      this.#waiting = [...records];
      this.bytesRead = bytesRead;
      this.#isLast = isLast;
    }
    return this.#waiting.splice(0, BATCH_SIZE);
  }
}

class Tally {
  readonly #size: number;
  readonly #onProgress: BrowserScreening["onProgress"];
  readonly #start = performance.now();
  #rows = 0;
  #issues = 0;

  constructor(size: number, {onProgress}: BrowserScreening) {
    this.#size = size;
    this.#onProgress = onProgress;
  }

  add({rows, issues}: Screened, bytesRead: number): void {
    this.#rows += rows.length;
    this.#issues += issues.length;
    this.#onProgress?.(this.progress(bytesRead));
  }

  progress(bytesRead: number): ScreeningProgress {
    const seconds = Math.max(1e-3, (performance.now() - this.#start) / 1000);
    const share = this.#size === 0 ? 1 : Math.min(1, bytesRead / this.#size);
    const secondsLeft = share > 0 ? (seconds / share) * (1 - share) : null;
    const perSecond = (this.#rows + this.#issues) / seconds;
    return {rows: this.#rows, issues: this.#issues, share, perSecond, secondsLeft};
  }
}
