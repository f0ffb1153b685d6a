import {compileQuery, releaseQuery} from "../search/compiled-query.js";
import {SearchShard} from "../search/search-shard.js";
import type {RDKit} from "../chem/molecule.js";
import {textAt} from "../tables/packed-texts.js";
import {loadRDKit} from "./load-rdkit.js";
import type {SearchReply, SearchSetup, SearchTask} from "./search-protocol.js";
import {sealWorker} from "./seal-worker.js";

sealWorker();
const reply = (message: SearchReply): void => {
  globalThis.postMessage(message);
};
/** Hits are told after so long, so that the page hears of them within a frame; messages are heard as often. */
const TELL_EVERY_MS = 12;
/** Rows read between looking for messages: some 40 ms. */
const INDEX_ROWS = 64;

type Task<Kind extends SearchTask["kind"]> = Extract<SearchTask, {kind: Kind}>;

/** Lets messages in. */
function hearMessages(): Promise<void> {
  return new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port2.onmessage = () => {
      port1.close();
      resolve();
    };
    port1.postMessage(null);
  });
}

/** One engine with its share of the rows: it reads rows when it has nothing to search, and searches while it reads. */
class SearchWorker {
  readonly #rdkit: RDKit;
  readonly #shard: SearchShard;
  readonly #waiting: (Task<"rows"> | Task<"blocks">)[] = [];
  /** Rows read of the first that waits, where they are read. */
  #taken = 0;
  readonly #searches: Task<"search">[] = [];
  readonly #cancelled = new Set<number>();
  #isBusy = false;

  constructor(rdkit: RDKit, kernels: WebAssembly.Module) {
    this.#rdkit = rdkit;
    this.#shard = new SearchShard(rdkit, kernels);
  }

  take(task: SearchTask): void {
    if (task.kind === "cancel") this.#cancelled.add(task.id);
    else if (task.kind === "search") this.#searches.push(task);
    else this.#waiting.push(task);
    if (!this.#isBusy) void this.#work().catch(fail);
  }

  async #work(): Promise<void> {
    this.#isBusy = true;
    try {
      while (this.#searches.length + this.#waiting.length > 0) {
        const search = this.#searches.shift();
        if (search) await this.#search(search);
        else await this.#index();
      }
    } finally {
      this.#isBusy = false;
    }
  }

  async #index(): Promise<void> {
    const [task] = this.#waiting;
    if (!task) return;
    if (task.kind === "rows") await this.#read(task);
    else {
      await this.#shard.addBlocks(task.keys, task.blocks);
      this.#waiting.shift();
    }
    if (this.#waiting.length === 0) await this.#shard.seal();
    const {count, unreadable, byteLength} = this.#shard;
    reply({kind: "indexed", rows: count, unreadable, bytes: byteLength});
    await hearMessages();
  }

  /** Reads some rows of the first that waits. */
  async #read({keys, smiles}: Task<"rows">): Promise<void> {
    const to = Math.min(keys.length, this.#taken + INDEX_ROWS);
    const texts: (string | null)[] = [];
    for (let row = this.#taken; row < to; row++) texts.push(textAt(smiles, row));
    await this.#shard.addSmiles(keys.slice(this.#taken, to), texts);
    this.#taken = to < keys.length ? to : 0;
    if (this.#taken === 0) this.#waiting.shift();
  }

  async #search({id, query}: Task<"search">): Promise<void> {
    let compiled;
    try {
      compiled = compileQuery(this.#rdkit, query);
    } catch (error) {
      reply({kind: "refused", id, reason: error instanceof Error ? error.message : String(error)});
      return;
    }
    try {
      const telling = new Telling(id);
      for (let from = 0; !this.#cancelled.has(id);) {
        for (const step of this.#shard.search(compiled, from)) {
          if (telling.add(step)) await hearMessages();
          if (this.#cancelled.has(id)) return;
        }
        telling.tell();
        from = this.#shard.count;
        if (this.#waiting.length === 0) break;
        await this.#index();
      }
      if (!this.#cancelled.has(id))
        reply({kind: "done", id, readAs: compiled.readAs, unreadable: this.#shard.unreadable});
    } finally {
      releaseQuery(compiled);
      this.#cancelled.delete(id);
    }
  }
}

/** Gathers hits and tells of them now and then. */
class Telling {
  #keys: number[] = [];
  #scores: number[] = [];
  #settled = 0;
  #hasScores = false;
  #last = performance.now();

  constructor(private readonly id: number) {}

  /** True when it was time to tell. */
  add({keys, scores, settled}: {keys: readonly number[]; scores: readonly number[] | null; settled: number}): boolean {
    for (const key of keys) this.#keys.push(key);
    if (scores) {
      this.#hasScores = true;
      for (const score of scores) this.#scores.push(score);
    }
    this.#settled += settled;
    if (performance.now() - this.#last < TELL_EVERY_MS) return false;
    this.tell();
    return true;
  }

  tell(): void {
    if (this.#settled > 0) {
      const scores = this.#hasScores ? this.#scores : null;
      reply({kind: "hits", id: this.id, keys: this.#keys, scores, settled: this.#settled});
    }
    this.#keys = [];
    this.#scores = [];
    this.#settled = 0;
    this.#last = performance.now();
  }
}

function fail(error: unknown): void {
  const cause = error instanceof Error && error.cause !== undefined ? ` (${String(error.cause)})` : "";
  reply({kind: "failed", reason: `${String(error)}${cause}`});
}

async function start({urls, kernels}: SearchSetup): Promise<void> {
  const worker = new SearchWorker(await loadRDKit(urls), kernels);
  globalThis.onmessage = ({data}: MessageEvent<SearchTask>) => {
    worker.take(data);
  };
  reply({kind: "ready"});
}

globalThis.onmessage = ({data}: MessageEvent<SearchSetup>) => {
  start(data).catch(fail);
};
