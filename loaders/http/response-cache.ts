import {createHash} from "node:crypto";
import {readFile, rm} from "node:fs/promises";
import {join} from "node:path";
import {gunzipSync, gzipSync} from "node:zlib";
import {writeAtomic} from "../write-atomic.js";

/** A good reply as it is kept on disk, so that a run killed at any moment goes on where it was. */
export interface KeptReply {
  readonly url: string;
  /** ISO date and time of the reply. */
  readonly retrieved_at: string;
  /** Lower-case names; only those a client asks for. */
  readonly headers: Readonly<Record<string, string>>;
  /** Empty when the source said that there is nothing. */
  readonly text: string;
  readonly absent: boolean;
  /** Of `text`; an entry whose text does not match is not used. */
  readonly sha256: string;
}

export interface ResponseCache {
  readonly find: (key: string) => Promise<KeptReply | undefined>;
  readonly keep: (key: string, reply: KeptReply) => Promise<void>;
  /** Forgets everything. */
  readonly clear: () => Promise<void>;
}

/** SHA-256 of a text or bytes, in hex. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Keeps replies as one compressed file each in `directory`. */
export function makeResponseCache(directory: string): ResponseCache {
  const fileOf = (key: string): string => join(directory, `${sha256(key)}.json.gz`);
  return {
    find: async (key) => {
      const bytes = await readFile(fileOf(key)).catch(() => undefined);
      return bytes && readEntry(bytes);
    },
    keep: (key, reply) => writeAtomic(fileOf(key), gzipSync(JSON.stringify(reply))),
    clear: () => rm(directory, {recursive: true, force: true})
  };
}

function readEntry(bytes: Uint8Array): KeptReply | undefined {
  try {
    const reply = JSON.parse(gunzipSync(bytes).toString("utf8")) as KeptReply;
    return sha256(reply.text) === reply.sha256 ? reply : undefined;
  } catch {
    return undefined;
  }
}
