import {existsSync, statSync} from "node:fs";
import {mkdtemp, readFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {downloadFile} from "../../../loaders/http/download.js";
import {sha256} from "../../../loaders/http/response-cache.js";
import {type Fault, faults, startServer, type TestServer} from "./test-server.js";
import {makeHastyClock} from "./virtual-clock.js";

const content = Buffer.from(Array.from({length: 200_000}, (_, i) => i % 251));
let server: TestServer;
let file: string;

beforeEach(async () => {
  server = await startServer(({headers}) => {
    const start = Number(/bytes=(\d+)-/.exec(headers.range ?? "")?.[1] ?? 0);
    if (start >= content.length) return {status: 416, body: ""};
    return {status: start > 0 ? 206 : 200, body: content.subarray(start)};
  });
  file = join(await mkdtemp(join(tmpdir(), "fumehood-")), "big.gz");
});
afterEach(() => server.close());

const get = (expected: string | null = sha256(content)) =>
  downloadFile(
    {url: `${server.origin}/big.gz`, file, userAgent: "t", sha256: expected, onProgress: () => undefined},
    {...makeHastyClock(), random: () => 0.5, fetch: (url, init) => fetch(url, init)}
  );

/** Breaks the connection when half of the answer is on the disk: what a client has not read by then is lost. */
const brokenHalfWay: Fault = (response) => {
  response.writeHead(200, {"content-length": String(content.length)});
  response.write(content.subarray(0, content.length / 2));
  const timer = setInterval(() => {
    if (statSync(`${file}.part`, {throwIfNoEntry: false})?.size !== content.length / 2) return;
    clearInterval(timer);
    response.destroy();
  }, 5);
};

describe("downloadFile(download, effects)", () => {
  it("writes the whole file under its name, and asks no second time", async () => {
    await get();
    await get();
    expect(sha256(await readFile(file))).toBe(sha256(content));
    expect(server.asked).toHaveLength(1);
  });

  it("goes on where a broken connection left it", async () => {
    server.misbehave(brokenHalfWay, 1);
    await get();
    expect(sha256(await readFile(file))).toBe(sha256(content));
    const ranges = server.asked.map(({headers}) => headers.range ?? "all");
    expect(ranges).toEqual(["all", `bytes=${String(content.length / 2)}-`]);
  });

  it("keeps nothing of a file with another checksum", async () => {
    await expect(get("0".repeat(64))).rejects.toThrow("does not have the published checksum");
    expect([existsSync(file), existsSync(`${file}.part`)]).toEqual([false, false]);
  });

  it("does not repeat what the source refuses", async () => {
    server.misbehave(faults.badRequest, 1);
    await expect(get()).rejects.toThrow("HTTP 400");
    expect(server.asked).toHaveLength(1);
  });
});
