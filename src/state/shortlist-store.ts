import type {Decision} from "./shortlist.js";

const DATABASE = "fumehood-shortlist";
const TABLE = "decisions";
const CHANNEL = "fumehood:shortlist";

/** The decisions kept in this browser, the same for all pages and tabs of the site. */
export interface ShortlistStore {
  all(): Promise<Decision[]>;
  /** Writes decisions; one of a key that is there replaces it. */
  put(decisions: readonly Decision[]): Promise<void>;
  remove(key: string): Promise<void>;
  /** Calls back after each change, in this tab or another, until the signal is aborted. */
  onChange(listener: () => void, signal: AbortSignal): void;
}

const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((done, fail) => {
    request.onsuccess = () => {
      done(request.result);
    };
    request.onerror = () => {
      fail(new Error("the shortlist could not be kept in this browser", {cause: request.error}));
    };
  });

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(TABLE, {keyPath: "key"});
  };
  return settled(request);
}

/** Opens the shortlist of this site. @throws in words when the browser keeps nothing (private windows of some) */
export function openShortlist(): ShortlistStore {
  const opening = openDatabase();
  const listeners = new Set<() => void>();
  const channel = new BroadcastChannel(CHANNEL);
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  channel.onmessage = tell;
  const table = async (mode: IDBTransactionMode): Promise<IDBObjectStore> =>
    (await opening).transaction(TABLE, mode).objectStore(TABLE);
  const changed = (): void => {
    channel.postMessage("changed");
    tell();
  };
  return {
    all: async () => settled((await table("readonly")).getAll() as IDBRequest<Decision[]>),
    put: async (decisions) => {
      const store = await table("readwrite");
      await Promise.all(decisions.map((decision) => settled(store.put(decision))));
      changed();
    },
    remove: async (key) => {
      await settled((await table("readwrite")).delete(key));
      changed();
    },
    onChange: (listener, signal) => {
      listeners.add(listener);
      signal.addEventListener("abort", () => {
        listeners.delete(listener);
      });
    }
  };
}

let opened: ShortlistStore | undefined;

/** The page's one connection to the shortlist. */
export const shortlistOfPage = (): ShortlistStore => (opened ??= openShortlist());
