import {emptyAnswer} from "./empty-work.js";
import type {SeriesItemJobs, SeriesSetJobs, Tell} from "./series-jobs.js";
import type {SeriesCommand, SeriesReply} from "./series-protocol.js";

/** What the pool needs of a worker. */
export type SeriesWorker = Pick<Worker, "postMessage" | "terminate" | "addEventListener" | "removeEventListener">;

/** How a job is watched and stopped. */
export interface SeriesJobOptions {
  /** Aborted: workers busy with the job end at once, and the job fails with the signal's reason. */
  readonly signal: AbortSignal;
  readonly onProgress?: Tell;
}

/** Items a worker is given at a time. */
const CHUNK = 64;

/** Times that a worker is started for one piece of work: again once, when it dies over it. */
const MOST_STARTS = 2;

/** A worker that died: what it was given may be done by a fresh one. */
class WorkerCrash extends Error {}

/** Runs series jobs in workers, started when needed and kept. A worker that dies is replaced and its work tried again once. */
export class SeriesPool {
  readonly #start: () => SeriesWorker;
  readonly #most: number;
  readonly #idle: SeriesWorker[] = [];
  readonly #waiting: ((worker: SeriesWorker) => void)[] = [];
  #count = 0;

  /** @param start makes a worker that has been told its engines */
  constructor(start: () => SeriesWorker, most: number) {
    this.#start = start;
    this.#most = most;
  }

  /** Runs a job about each of the items, in chunks over all workers. @throws what a worker says when it fails; the signal's reason when aborted */
  async items<Name extends keyof SeriesItemJobs>(
    job: Name,
    items: readonly SeriesItemJobs[Name]["ask"][],
    {signal, onProgress}: SeriesJobOptions
  ): Promise<SeriesItemJobs[Name]["answer"][]> {
    const answers: SeriesItemJobs[Name]["answer"][] = [];
    let next = 0;
    let done = 0;
    const drain = async (): Promise<void> => {
      while (next < items.length) {
        const from = next;
        next += CHUNK;
        const chunk = items.slice(from, next);
        const part = (await this.#ask({kind: "items", job, items: chunk}, {signal})) as typeof answers;
        part.forEach((answer, place) => (answers[from + place] = answer));
        done += chunk.length;
        onProgress?.(done, items.length);
      }
    };
    await Promise.all(Array.from({length: this.#most}, drain));
    return answers;
  }

  /** Runs a job about a whole set, in one worker; about an empty one it needs none. @throws as `items` */
  async set<Name extends keyof SeriesSetJobs>(
    job: Name,
    ask: SeriesSetJobs[Name]["ask"],
    options: SeriesJobOptions
  ): Promise<SeriesSetJobs[Name]["answer"]> {
    options.signal.throwIfAborted();
    const empty = emptyAnswer(job, ask);
    if (empty) return empty.answer;
    return (await this.#ask({kind: "set", job, ask}, options)) as SeriesSetJobs[Name]["answer"];
  }

  /** Ends all workers that have nothing to do. */
  dispose(): void {
    for (const worker of this.#idle.splice(0)) this.#end(worker);
  }

  async #ask(command: SeriesCommand, options: SeriesJobOptions): Promise<unknown> {
    for (let starts = 1; ; starts++)
      try {
        return await this.#askOnce(command, options);
      } catch (error) {
        if (!(error instanceof WorkerCrash) || starts === MOST_STARTS) throw error;
      }
  }

  async #askOnce(command: SeriesCommand, options: SeriesJobOptions): Promise<unknown> {
    options.signal.throwIfAborted();
    const worker = await this.#acquire();
    try {
      options.signal.throwIfAborted();
      const answer = await answerOf(worker, command, options);
      this.#release(worker);
      return answer;
    } catch (error) {
      this.#end(worker);
      throw error;
    }
  }

  #acquire(): Promise<SeriesWorker> {
    const idle = this.#idle.pop();
    if (idle) return Promise.resolve(idle);
    if (this.#count < this.#most) {
      this.#count++;
      return Promise.resolve(this.#start());
    }
    return new Promise((take) => this.#waiting.push(take));
  }

  #release(worker: SeriesWorker): void {
    const take = this.#waiting.shift();
    if (take) take(worker);
    else this.#idle.push(worker);
  }

  /** Ends a worker; whoever waits gets a fresh one. */
  #end(worker: SeriesWorker): void {
    worker.terminate();
    this.#count--;
    const take = this.#waiting.shift();
    if (!take) return;
    this.#count++;
    take(this.#start());
  }
}

function answerOf(
  worker: SeriesWorker,
  command: SeriesCommand,
  {signal, onProgress}: SeriesJobOptions
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const listening = new AbortController();
    const settle = (finish: () => void): void => {
      listening.abort();
      finish();
    };
    const fail = (reason: unknown): void => {
      settle(() => {
        reject(reason instanceof Error ? reason : new Error(String(reason)));
      });
    };
    worker.addEventListener(
      "message",
      ({data}: MessageEvent<SeriesReply>) => {
        if (data.kind === "progress") onProgress?.(data.done, data.total);
        else if (data.kind === "failed") fail(data.isFatal ? new WorkerCrash(data.reason) : data.reason);
        else
          settle(() => {
            resolve(data.answer);
          });
      },
      {signal: listening.signal}
    );
    worker.addEventListener(
      "error",
      (event) => {
        event.preventDefault();
        fail(new WorkerCrash(event.message || "the worker stopped"));
      },
      {signal: listening.signal}
    );
    signal.addEventListener(
      "abort",
      () => {
        fail(signal.reason);
      },
      {signal: listening.signal}
    );
    worker.postMessage(command);
  });
}
