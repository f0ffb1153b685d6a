import type {DrawingRequest} from "../chem/drawing.js";
import type {DrawAnswer, DrawCommand, Picture} from "./draw-protocol.js";
import {rdkitUrls} from "./rdkit-urls.js";

/** Pictures kept; one takes some kilobytes. */
const CACHE_SIZE = 2000;
const MOST_WORKERS = 2;
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
  readonly worker: Worker;
  job: Job | null;
  isReady: boolean;
}

/** Draws structures in workers, the latest asked first, each once. */
class DrawPool {
  readonly #cache = new Map<string, Picture | null>();
  readonly #queue: Job[] = [];
  readonly #slots: Slot[] = [];
  #jobs = 0;

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

  #next(): void {
    const most = Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency - 1));
    if (this.#slots.every(({job}) => job !== null) && this.#slots.length < most) this.#start();
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
    const worker = new Worker(import.meta.resolve("./draw-worker.js"), {type: "module"});
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
    worker.postMessage({kind: "start", urls: rdkitUrls} satisfies DrawCommand);
  }

  #drawn(slot: Slot, picture: Picture | null): void {
    const {job} = slot;
    slot.job = null;
    if (!job) return;
    this.#remember(job.key, picture);
    job.done(picture);
  }

  /** A worker that broke is replaced; what it was drawing is tried once more. */
  #crashed(slot: Slot, reason: string): void {
    const {job} = slot;
    slot.worker.terminate();
    this.#slots.splice(this.#slots.indexOf(slot), 1);
    if (job && job.tries < MOST_TRIES) this.#queue.push({...job, tries: job.tries});
    else job?.fail(new Error(reason));
    if (slot.isReady) this.#next();
    else for (const waiting of this.#queue.splice(0)) waiting.fail(new Error(reason));
  }

  #remember(key: string, picture: Picture | null): void {
    this.#cache.delete(key);
    this.#cache.set(key, picture);
    const oldest = this.#cache.keys().next().value;
    if (this.#cache.size > CACHE_SIZE && oldest !== undefined) this.#cache.delete(oldest);
  }
}

const pool = new DrawPool();

/**
 * A picture of a structure, drawn in a worker and kept.
 *
 * @param isWanted asked when the drawing's turn comes; false skips it
 * @returns null when the structure cannot be read, or was not wanted any more
 * @throws when the drawing engine cannot be started, with its reason
 */
export function drawPicture(request: DrawingRequest, isWanted: () => boolean = () => true): Promise<Picture | null> {
  return pool.draw(request, isWanted);
}
