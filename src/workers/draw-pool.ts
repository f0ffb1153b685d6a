import type {DrawingRequest} from "../chem/drawing.js";
import type {DrawAnswer, DrawCommand, Picture} from "./draw-protocol.js";

/** Pictures kept; one takes some kilobytes. */
const CACHE_SIZE = 2000;
const MOST_TRIES = 2;

interface Job {
  readonly id: number;
  readonly key: string;
  readonly request: DrawingRequest;
  readonly isWanted: () => boolean;
  readonly done: (picture: Picture | null) => void;
  readonly fail: (reason: Error) => void;
  tries: number;
}

interface Slot {
  readonly worker: DrawingWorker;
  job: Job | null;
  isReady: boolean;
}

/** What the pool needs of a drawing worker. */
export type DrawingWorker = Pick<Worker, "postMessage" | "terminate" | "onmessage" | "onerror">;

/** Draws structures in workers, the latest asked first, each once. */
export class DrawPool {
  readonly #cache = new Map<string, Picture | null>();
  readonly #queue: Job[] = [];
  readonly #slots: Slot[] = [];
  readonly #startWorker: () => DrawingWorker;
  readonly #mostWorkers: number;
  #allowed: number;
  #jobs = 0;

  /** @param startWorker makes a worker that loads its engine and then answers "ready" or "failed" */
  constructor(startWorker: () => DrawingWorker, mostWorkers: number) {
    this.#startWorker = startWorker;
    this.#mostWorkers = mostWorkers;
    this.#allowed = mostWorkers;
  }

  /** See `drawPicture`. */
  draw(request: DrawingRequest, isWanted: () => boolean): Promise<Picture | null> {
    const key = JSON.stringify(request);
    const known = this.#cache.get(key);
    if (known !== undefined) {
      this.#remember(key, known);
      return Promise.resolve(known);
    }
    return new Promise((done, fail) => {
      this.#jobs += 1;
      this.#queue.push({id: this.#jobs, key, request, isWanted, done, fail, tries: 0});
      this.#next();
    });
  }

  /** Starts a worker before there is anything to draw, so that its engine is there by then. */
  warm(): void {
    if (this.#slots.length === 0) this.#start();
  }

  #next(): void {
    const isBusy = this.#slots.every(({job}) => job !== null);
    if (isBusy && this.#queue.length > 0 && this.#slots.length < this.#allowed) this.#start();
    for (const slot of this.#slots) {
      if (slot.job === null && slot.isReady) this.#assign(slot);
    }
  }

  #assign(slot: Slot): void {
    for (let job = this.#queue.pop(); job; job = this.#queue.pop()) {
      const known = this.#cache.get(job.key);
      if (known !== undefined) job.done(known);
      else if (!job.isWanted()) job.done(null);
      else {
        slot.job = job;
        job.tries += 1;
        slot.worker.postMessage({kind: "draw", id: job.id, request: job.request} satisfies DrawCommand);
        return;
      }
    }
  }

  #start(): void {
    const worker = this.#startWorker();
    const slot: Slot = {worker, job: null, isReady: false};
    this.#slots.push(slot);
    worker.onmessage = ({data}: MessageEvent<DrawAnswer>) => {
      if (data.kind === "failed") this.#crashed(slot, data.reason);
      else {
        slot.isReady = true;
        if (data.kind === "drawn") this.#drawn(slot, data.picture);
        this.#next();
      }
    };
    worker.onerror = ({message}) => {
      this.#crashed(slot, message);
    };
  }

  #drawn(slot: Slot, picture: Picture | null): void {
    const {job} = slot;
    slot.job = null;
    if (!job) return;
    this.#remember(job.key, picture);
    job.done(picture);
  }

  /**
   * A worker that broke is replaced; what it was drawing is tried once more. One that never got ready is not: the others
   * go on without it, and only when none is left does what waits fail.
   */
  #crashed(slot: Slot, reason: string): void {
    const at = this.#slots.indexOf(slot);
    if (at < 0) return;
    this.#slots.splice(at, 1);
    slot.worker.terminate();
    const {job} = slot;
    if (job && job.tries < MOST_TRIES) this.#queue.push(job);
    else job?.fail(new Error(reason));
    if (slot.isReady) this.#next();
    else if (this.#slots.length > 0) this.#allowed = this.#slots.length;
    else this.#failAll(reason);
  }

  /** The next structure asked for tries to start again. */
  #failAll(reason: string): void {
    this.#allowed = this.#mostWorkers;
    for (const waiting of this.#queue.splice(0)) waiting.fail(new Error(reason));
  }

  #remember(key: string, picture: Picture | null): void {
    this.#cache.delete(key);
    this.#cache.set(key, picture);
    const oldest = this.#cache.keys().next().value;
    if (this.#cache.size > CACHE_SIZE && oldest !== undefined) this.#cache.delete(oldest);
  }
}
