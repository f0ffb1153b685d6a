import type {RowPiece} from "../screening/row-pile.js";
import {buffersOfBlock} from "../search/row-block.js";
import type {StructureQuery} from "../search/structure-query.js";
import {buffersOfTexts, type PackedTexts} from "../tables/packed-texts.js";
import type {SearchReply, SearchSetup, SearchTask} from "./search-protocol.js";
import {workerReply} from "./worker-reply.js";

/** A piece of an answer. */
export type Step = Extract<SearchReply, {kind: "hits"}>;
/** The end of an answer. */
export type Outcome = Extract<SearchReply, {kind: "done"}>;

interface Pending {
  readonly onStep: (step: Step) => void;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (reason: Error) => void;
}

/** Starts a worker. @throws in words for the user when its engine does not start */
export async function startLink({urls, kernels}: SearchSetup): Promise<SearchWorkerLink> {
  const worker = new Worker(import.meta.resolve("./search-worker.js"), {type: "module"});
  try {
    worker.postMessage({urls, kernels} satisfies SearchSetup);
    await workerReply<SearchReply>(worker, new AbortController().signal);
    return new SearchWorkerLink(worker);
  } catch (cause) {
    worker.terminate();
    throw new Error("the chemistry engine did not start; reload the page, or try another browser", {cause});
  }
}

/** One worker and the searches that it works on. */
export class SearchWorkerLink {
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

  /** @param piece handed over */
  givePiece({rows, blocks}: RowPiece): void {
    this.given += rows.length;
    this.#tell({kind: "blocks", keys: rows, blocks}, [rows.buffer, ...blocks.flatMap(buffersOfBlock)]);
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
