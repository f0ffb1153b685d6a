import {createHash} from "node:crypto";
import {once} from "node:events";
import {createReadStream, createWriteStream, existsSync} from "node:fs";
import {mkdir, rename, rm, stat} from "node:fs/promises";
import {dirname} from "node:path";
import {Readable} from "node:stream";
import {pipeline} from "node:stream/promises";
import {backOffMs, parseRetryAfter} from "./back-off.js";
import type {Effects} from "./effects.js";
import {SourceError} from "./source-error.js";

export interface Download {
  readonly url: string;
  readonly file: string;
  readonly userAgent: string;
  /** Expected SHA-256 in hex; null when the source publishes none. */
  readonly sha256: string | null;
  /** What is wrong with the whole file, in words, where the source publishes no checksum; null when it is good. */
  readonly findFault?: (file: string) => Promise<string | null>;
  readonly onProgress: (done: number, total: number | null) => void;
}

const RETRIES = 8;
/** A stream that says nothing for so long is given up and resumed. */
const SILENCE_MS = 60_000;

/**
 * Downloads a large file as a stream. What has come stays in `<file>.part`: a broken or killed download goes on from
 * there. The whole is compared with the published checksum before it gets its name.
 *
 * @throws SourceError when the source refuses, breaks too often, or the checksum differs (then nothing is kept)
 */
export async function downloadFile(download: Download, effects: Effects): Promise<void> {
  if (existsSync(download.file)) return;
  await mkdir(dirname(download.file), {recursive: true});
  const part = `${download.file}.part`;
  for (let attempt = 0; ; attempt++) {
    try {
      await downloadRest(download, part, effects);
      break;
    } catch (cause) {
      if (cause instanceof SourceError || attempt >= RETRIES)
        throw new SourceError(cause instanceof Error ? cause.message : String(cause), download.url, {cause});
      await effects.sleep(backOffMs(attempt, cause instanceof Busy ? cause.retryAfterMs : null, effects.random));
    }
  }
  const fault = await findFault(download, part);
  if (fault !== null) {
    await rm(part);
    throw new SourceError(`${fault}; run the command again`, download.url);
  }
  await rename(part, download.file);
}

/** The source asks to come again later. */
class Busy extends Error {
  constructor(
    status: number,
    readonly retryAfterMs: number | null
  ) {
    super(`HTTP ${String(status)}`);
  }
}

async function findFault(download: Download, part: string): Promise<string | null> {
  if (download.sha256 !== null && (await hashFile(part)) !== download.sha256)
    return "the file does not have the published checksum";
  return (await download.findFault?.(part)) ?? null;
}

async function downloadRest({url, userAgent, onProgress}: Download, part: string, effects: Effects): Promise<void> {
  const start = existsSync(part) ? (await stat(part)).size : 0;
  const silence = new AbortController();
  let timer = setTimeout(() => {
    silence.abort();
  }, SILENCE_MS);
  try {
    const headers = {"user-agent": userAgent, ...(start > 0 ? {range: `bytes=${String(start)}-`} : {})};
    const response = await effects.fetch(url, {headers, signal: silence.signal});
    if (response.status === 416) return;
    if (response.status >= 400 && response.status < 500 && response.status !== 429)
      throw new SourceError(`HTTP ${String(response.status)}`, null);
    if (!response.ok || !response.body)
      throw new Busy(response.status, parseRetryAfter(response.headers.get("retry-after"), effects.now()));
    const isRest = response.status === 206;
    const length = response.headers.get("content-length");
    const total = length === null ? null : Number(length) + (isRest ? start : 0);
    let done = isRest ? start : 0;
    const source = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]);
    source.on("data", (bytes: Uint8Array) => {
      done += bytes.length;
      onProgress(done, total);
      clearTimeout(timer);
      timer = setTimeout(() => {
        silence.abort();
      }, SILENCE_MS);
    });
    await writeAll(source, part, isRest);
    if (total !== null && done < total) throw new Error(`only ${String(done)} of ${String(total)} bytes came`);
  } finally {
    clearTimeout(timer);
  }
}

/** Resolves or throws only when the file is closed: a write under way would else land after the next one's start. */
async function writeAll(source: Readable, part: string, isRest: boolean): Promise<void> {
  const writer = createWriteStream(part, {flags: isRest ? "a" : "w"});
  const closed = once(writer, "close");
  try {
    await pipeline(source, writer);
  } finally {
    await closed;
  }
}

/** SHA-256 of a file of any size, in hex. */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const bytes of createReadStream(file)) hash.update(bytes as Uint8Array);
  return hash.digest("hex");
}
