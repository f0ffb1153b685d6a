import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {get} from "node:http";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {serve, type Served} from "../../../loaders/commands/serve.js";

const SCRIPT = "export const word = 1;\n".repeat(500);
const DATABASE = Buffer.alloc(20_000, 7);
const MODULE = Buffer.alloc(20_000, 1);

let folder = "";
let site: Served;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fumehood-serve-"));
  await writeFile(join(folder, "page.js"), SCRIPT);
  await writeFile(join(folder, "store.duckdb"), DATABASE);
  await writeFile(join(folder, "engine.wasm"), MODULE);
  site = await serve(folder, 0);
});
afterAll(async () => {
  await site.close();
  await rm(folder, {recursive: true});
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
}

/** Node's own `get`, which unpacks nothing by itself. */
const ask = (file: string, headers: Record<string, string>): Promise<Answer> =>
  new Promise((done, fail) => {
    get(site.url + file, {headers}, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => {
        done({status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(parts)});
      });
    }).on("error", fail);
  });

describe("serve(folder, port, base)", () => {
  it.each([
    ["page.js", Buffer.from(SCRIPT)],
    ["engine.wasm", MODULE]
  ])("packs %s for those who take gzip, and keeps the page's policy", async (file, content) => {
    const {status, headers, bytes} = await ask(file, {"Accept-Encoding": "gzip"});
    expect(status).toBe(200);
    expect(headers["content-encoding"]).toBe("gzip");
    expect(headers["vary"]).toContain("Accept-Encoding");
    expect(headers["content-security-policy"]).toContain("default-src");
    expect(bytes.length).toBeLessThan(content.length / 4);
    expect(gunzipSync(bytes)).toEqual(content);
  });

  it("packs nothing for those who do not ask", async () => {
    const {headers, bytes} = await ask("page.js", {"Accept-Encoding": "identity"});
    expect(headers["content-encoding"]).toBeUndefined();
    expect(bytes.toString()).toBe(SCRIPT);
  });

  it("gives a part of a file as it lies on the disk, whoever asks", async () => {
    for (const file of ["store.duckdb", "page.js"]) {
      const {status, headers, bytes} = await ask(file, {"Accept-Encoding": "gzip", Range: "bytes=100-199"});
      expect(status).toBe(206);
      expect(headers["content-encoding"]).toBeUndefined();
      expect(headers["content-range"]).toMatch(/^bytes 100-199\//);
      expect(bytes.length).toBe(100);
    }
  });

  it("leaves a database whole and tells its length", async () => {
    const {headers, bytes} = await ask("store.duckdb", {"Accept-Encoding": "gzip"});
    expect(headers["content-encoding"]).toBeUndefined();
    expect(headers["content-length"]).toBe(String(DATABASE.length));
    expect(bytes).toEqual(DATABASE);
  });

  it("says that what has not changed is known already", async () => {
    const {headers} = await ask("page.js", {"Accept-Encoding": "gzip"});
    const {status, bytes} = await ask("page.js", {"Accept-Encoding": "gzip", "If-None-Match": String(headers["etag"])});
    expect(status).toBe(304);
    expect(bytes.length).toBe(0);
  });

  it("answers 404 for what is not there", async () => {
    expect((await ask("absent.js", {"Accept-Encoding": "gzip"})).status).toBe(404);
  });
});
