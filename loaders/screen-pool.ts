import {availableParallelism} from "node:os";
import {Worker} from "node:worker_threads";
import type {InputRecord} from "../src/screening/input-record.js";
import {type BatchOutcome, screenResiliently} from "../src/screening/screen-resiliently.js";
import type {Screened, ScreeningLabels} from "../src/screening/screen.js";
import type {CompoundRow} from "../src/tables/compounds.js";
import type {ScreenTask} from "./screen-worker.js";

/** How a pool works. */
export interface PoolOptions {
  /** Threads; all cores unless told. */
  readonly threads?: number;
  /** Records a thread takes at a time; 250 unless told. */
  readonly batchSize?: number;
  /** Called after each batch with the number of records done. */
  readonly onProgress?: (done: number) => void;
  /** The thread's module; told otherwise only by tests. */
  readonly worker?: URL;
}

/** Records of one file. */
export interface SourceRecords {
  readonly records: readonly InputRecord[];
  /** The file as an issue names it. */
  readonly source: string;
}

/** What became of the records of a batch. */
export interface PoolOutcome<Row> extends BatchOutcome<Row>, SourceRecords {}

const DEFAULT_BATCH = 250;
const BATCHES_AHEAD = 4;

/**
 * Works on records on all cores and gives the outcome batch by batch in input order. A thread that dies is replaced and
 * its batch tried again; a batch that kills twice is halved until the record that does it stands alone and becomes an
 * issue. Records are taken from the source only as threads become free.
 */
export async function* workInThreads<Row>(
  records: AsyncIterable<SourceRecords> | Iterable<SourceRecords>,
  module: URL,
  data: object,
  options: PoolOptions = {}
): AsyncGenerator<PoolOutcome<Row>> {
  const threads = options.threads ?? availableParallelism();
  const pool = Array.from({length: threads}, () => new PoolThread<Row>(module, data));
  const waiting: Promise<PoolOutcome<Row>>[] = [];
  let turn = 0;
  let done = 0;
  const finish = async (): Promise<PoolOutcome<Row>> => {
    const screened = (await waiting.shift()) ?? {rows: [], issues: [], records: [], source: ""};
    done += screened.rows.length + screened.issues.length;
    options.onProgress?.(done);
    return screened;
  };
  try {
    for await (const batch of rebatch(records, options.batchSize ?? DEFAULT_BATCH)) {
      if (waiting.length >= threads * BATCHES_AHEAD) yield await finish();
      const thread = pool[turn++ % threads];
      if (thread) waiting.push(observed(thread.run(batch)));
    }
    while (waiting.length > 0) yield await finish();
  } finally {
    await Promise.all(pool.map((thread) => thread.close()));
  }
}

/** Screens records on all cores, as `workInThreads` works. */
export function screenBatches(
  records: AsyncIterable<SourceRecords> | Iterable<SourceRecords>,
  labels: Omit<ScreeningLabels, "source">,
  options: PoolOptions = {}
): AsyncGenerator<PoolOutcome<CompoundRow>> {
  return workInThreads(records, options.worker ?? WORKER, {labels}, options);
}

/** Screens all records on all cores; rows and issues in input order. */
export async function screenAll(
  records: readonly InputRecord[],
  labels: ScreeningLabels,
  options: PoolOptions = {}
): Promise<Screened> {
  const all: Screened = {rows: [], issues: []};
  for await (const {rows, issues} of screenBatches([{records, source: labels.source}], labels, options)) {
    for (const row of rows) all.rows.push(row);
    for (const issue of issues) all.issues.push(issue);
  }
  return all;
}

const WORKER = new URL("./screen-worker.ts", import.meta.url);
const STARTER = new URL("./start-thread.mjs", import.meta.url);

/** Starts a TypeScript module in a thread, whoever runs this process (tsx, a test runner). */
function startThread(module: URL, data: object): Worker {
  return new Worker(STARTER, {workerData: {module: module.href, ...data}, execArgv: []});
}

/** Keeps a rejection that is awaited later from being reported as unhandled. */
function observed<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

async function* rebatch(
  parts: AsyncIterable<SourceRecords> | Iterable<SourceRecords>,
  size: number
): AsyncGenerator<SourceRecords> {
  let rest: InputRecord[] = [];
  let current = "";
  for await (const {records, source} of parts) {
    if (source !== current && rest.length > 0) {
      yield {records: rest, source: current};
      rest = [];
    }
    current = source;
    for (const record of records) {
      rest.push(record);
      if (rest.length < size) continue;
      yield {records: rest, source};
      rest = [];
    }
  }
  if (rest.length > 0) yield {records: rest, source: current};
}

const withoutData = ({line, structure, id, name}: InputRecord): InputRecord => ({line, structure, id, name});

/** One thread of the pool: takes batches one after another, and comes back to life when it dies. */
class PoolThread<Row> {
  readonly #data: object;
  readonly #module: URL;
  #worker: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(module: URL, data: object) {
    this.#data = data;
    this.#module = module;
  }

  run({records, source}: SourceRecords): Promise<PoolOutcome<Row>> {
    const result = this.#last.then(async () => {
      await this.#start();
      const screened = await screenResiliently(records, source, (some) => this.#ask(some, source));
      return {...screened, records, source};
    });
    this.#last = result.catch(() => undefined);
    return result;
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  async #ask(records: readonly InputRecord[], source: string): Promise<BatchOutcome<Row>> {
    const worker = this.#worker;
    if (worker === undefined) throw new Error("the thread was closed");
    try {
      worker.postMessage({records: records.map(withoutData), source} satisfies ScreenTask);
      return (await nextMessage(worker, "a working thread stopped")) as BatchOutcome<Row>;
    } catch (cause) {
      await this.close();
      await this.#start();
      throw cause;
    }
  }

  /** @throws when the thread dies before it is ready: no batch is to blame for that, and no other thread would start */
  async #start(): Promise<void> {
    if (this.#worker !== undefined) return;
    this.#worker = startThread(this.#module, this.#data);
    await nextMessage(this.#worker, "a working thread could not start");
  }
}

/** The next message of a thread. @throws when it dies first */
function nextMessage(worker: Worker, failure: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      act();
    };
    const onMessage = (message: unknown): void => {
      settle(() => {
        resolve(message);
      });
    };
    const onError = (cause: unknown): void => {
      settle(() => {
        reject(new Error(`${failure}: ${String(cause)}`, {cause}));
      });
    };
    const onExit = (code: number): void => {
      settle(() => {
        reject(new Error(`${failure}: exit code ${String(code)}`));
      });
    };
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
  });
}
