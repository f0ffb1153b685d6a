import type {AdmetExplanation} from "../admet/explain.js";
import {packDescriptors} from "../admet/known-descriptors.js";
import type {ModelCard} from "../admet/model-card.js";
import {emptyColumns, type PredictionColumns} from "../admet/prediction-columns.js";
import type {PredictionReasons} from "../admet/reasons.js";
import type {AdmetBatch, AdmetReply, AdmetRequest, AdmetUrls} from "./admet-protocol.js";

/** Rows a worker is asked at a time: small enough to stop soon, large enough to keep forests in the cache. */
const BATCH_SIZE = 128;

/** Predictions of many molecules, one set of columns per model; filled from the first batch on. */
export interface AdmetTable {
  readonly cards: readonly ModelCard[];
  readonly columns: readonly PredictionColumns[];
  /** Why no model was asked, by row; null where they were, or not yet. */
  readonly refused: (string | null)[];
}

/** What `predictAll` tells while it runs. */
export interface AdmetProgress {
  readonly done: number;
  readonly total: number;
}

export interface PredictAllOptions {
  /** Called after each batch with the table filled so far. */
  readonly onProgress?: (progress: AdmetProgress, table: AdmetTable) => void;
  /** Ids of the endpoints to predict, all when left out; the columns of others stay empty. */
  readonly endpoints?: readonly string[];
  /** Descriptors of the molecules where they are known, in the order of `DESCRIPTOR_NAMES`: saves half of the work. */
  readonly descriptors?: readonly Float64Array[];
  /** Stops between batches; what was done stays. */
  readonly signal?: AbortSignal;
}

/** ADMET models in a pool of workers. */
export interface AdmetClient {
  /** Cards of the models, in the order of all columns. */
  readonly cards: () => Promise<readonly ModelCard[]>;
  /** Predicts every molecule; resolves with what was done when stopped. */
  readonly predictAll: (smiles: readonly string[], options?: PredictAllOptions) => Promise<AdmetTable>;
  /** Predicts one molecule with its nearest measured neighbours. */
  readonly explain: (smiles: string) => Promise<AdmetExplanation>;
  /** Why a model, by its place among the cards, answers as it does; null where it shows no number. */
  readonly why: (smiles: string, model: number) => Promise<PredictionReasons | null>;
  /** Ends the workers; requests on the way never resolve. */
  readonly dispose: () => void;
}

type Unnumbered<T> = T extends unknown ? Omit<T, "id"> : never;
type Ask = (request: Unnumbered<AdmetRequest>) => Promise<AdmetReply>;

/** Starts a pool of workers that load the models once each, on first use. */
export function createAdmetClient(urls: AdmetUrls, nWorkers = 2): AdmetClient {
  const pool: {readonly worker: Worker; readonly ask: Ask; readonly started: Promise<readonly ModelCard[]>}[] = [];
  const member = (place: number) => (pool[place] ??= startWorker(urls));
  return {
    cards: () => member(0).started,
    predictAll: (smiles, options = {}) =>
      predictAll(
        Array.from({length: nWorkers}, (_, place) => member(place)),
        smiles,
        options
      ),
    explain: async (smiles) => {
      await member(0).started;
      const reply = await member(0).ask({kind: "explain", smiles});
      if (reply.kind !== "explained") throw new Error(failure(reply));
      return reply.explanation;
    },
    why: async (smiles, model) => {
      await member(0).started;
      const reply = await member(0).ask({kind: "why", smiles, model});
      if (reply.kind !== "reasoned") throw new Error(failure(reply));
      return reply.reasons;
    },
    dispose: () => {
      for (const {worker} of pool) worker.terminate();
      pool.length = 0;
    }
  };
}

function startWorker(urls: AdmetUrls) {
  const worker = new Worker(import.meta.resolve("./admet-worker.js"), {type: "module"});
  const waiting = new Map<number, {done: (reply: AdmetReply) => void; fail: (error: Error) => void}>();
  let lastId = 0;
  worker.addEventListener("message", ({data}: MessageEvent<AdmetReply>) => {
    waiting.get(data.id)?.done(data);
    waiting.delete(data.id);
  });
  worker.addEventListener("error", ({message}) => {
    for (const {fail} of waiting.values()) fail(new Error(`the ADMET worker failed: ${message}`));
    waiting.clear();
  });
  const ask: Ask = (request) =>
    new Promise((done, fail) => {
      const id = ++lastId;
      waiting.set(id, {done, fail});
      worker.postMessage({...request, id});
    });
  const started = ask({kind: "start", urls}).then((reply) => {
    if (reply.kind !== "started") throw new Error(failure(reply));
    return reply.cards;
  });
  return {worker, ask, started};
}

async function predictAll(
  pool: readonly {readonly ask: Ask; readonly started: Promise<readonly ModelCard[]>}[],
  smiles: readonly string[],
  {onProgress, signal, endpoints, descriptors}: PredictAllOptions
): Promise<AdmetTable> {
  const [cards = []] = await Promise.all(pool.map(({started}) => started));
  const columns = cards.map(() => emptyColumns(smiles.length));
  const table: AdmetTable = {cards, columns, refused: smiles.map(() => null)};
  const models = endpoints ? cards.flatMap(({endpoint}, at) => (endpoints.includes(endpoint.id) ? [at] : [])) : null;
  let next = 0;
  let done = 0;
  const work = async (ask: Ask): Promise<void> => {
    while (next < smiles.length && signal?.aborted !== true) {
      const from = next;
      next += BATCH_SIZE;
      const batch = smiles.slice(from, next);
      const known = descriptors ? packDescriptors(descriptors, from, from + batch.length) : null;
      const reply = await ask({kind: "predict", smiles: batch, models, descriptors: known});
      if (reply.kind !== "predicted") throw new Error(failure(reply));
      copyBatch(table, reply.batch, from);
      done += batch.length;
      onProgress?.({done, total: smiles.length}, table);
    }
  };
  await Promise.all(pool.map(({ask}) => work(ask)));
  return table;
}

function copyBatch({columns, refused}: AdmetTable, batch: AdmetBatch, from: number): void {
  batch.columns.forEach((part, model) => {
    const column = columns[model];
    if (!column) return;
    column.value.set(part.value, from);
    column.low.set(part.low, from);
    column.high.set(part.high, from);
    column.set.set(part.set, from);
    column.domain.set(part.domain, from);
  });
  batch.refused.forEach((reason, row) => {
    refused[from + row] = reason;
  });
}

function failure(reply: AdmetReply): string {
  return reply.kind === "failed" ? `ADMET models: ${reply.message}` : `ADMET models: unexpected answer ${reply.kind}`;
}
