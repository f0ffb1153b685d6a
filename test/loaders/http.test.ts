import {mkdtemp, readdir, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {afterEach, describe, expect, it} from "vitest";
import type {Effects} from "../../loaders/http/effects.js";
import {makeResponseCache} from "../../loaders/http/response-cache.js";
import {type HttpOptions, type HttpRequest, makeHttp} from "../../loaders/http.js";
import {type Answer, type Fault, faults, startServer, type TestServer} from "./http/test-server.js";
import {makeHastyClock, makeVirtualClock} from "./http/virtual-clock.js";

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const policy = {concurrency: 1, gapMs: 100, retries: 5, timeoutMs: 300};
const newDirectory = (): Promise<string> => mkdtemp(join(tmpdir(), "fumehood-"));

async function setUp(answer: Answer = {body: {ok: true}}, extra: Partial<HttpOptions> = {}, directory?: string) {
  const folder = directory ?? (await newDirectory());
  server ??= await startServer(() => answer);
  const clock = makeHastyClock();
  const sleeps: number[] = [];
  const effects: Effects = {
    fetch: (url, init) => fetch(url, init),
    now: clock.now,
    sleep: (ms) => {
      sleeps.push(ms);
      return clock.sleep(ms);
    },
    random: () => 0.5
  };
  const options: HttpOptions = {
    policyOf: () => policy,
    userAgent: "fumehood/test",
    cache: makeResponseCache(folder),
    generation: "1",
    queues: new Map(),
    ...extra
  };
  const http = makeHttp(options, effects);
  const ask = (request: Partial<HttpRequest> = {}) =>
    http.request({url: `${server?.origin ?? ""}/a?x=1`, expect: "json", ...request});
  return {ask, sleeps, folder, server};
}

describe("http.request(request)", () => {
  it("returns parsed JSON and names the caller", async () => {
    const {ask, server: {asked} = {asked: []}} = await setUp();
    expect((await ask()).body).toEqual({ok: true});
    expect(asked[0]?.headers["user-agent"]).toBe("fumehood/test");
  });

  const transient: readonly (readonly [string, Fault, RegExp])[] = [
    ["429 without Retry-After", faults.tooMany, /HTTP 429 after 6 attempts/],
    ["500", faults.serverError, /HTTP 500 after 6 attempts/],
    ["503", faults.unavailable, /HTTP 503 after 6 attempts/],
    ["a truncated body", faults.truncated, /incomplete or invalid JSON after 6/],
    ["a web page with 200", faults.webPage, /a web page where JSON was expected after 6/],
    ["an empty 200", faults.empty, /an empty reply with HTTP 200 after 6/],
    ["a dropped connection", faults.dropped, /the connection broke: .+ after 6/],
    ["a slow drip", faults.slowDrip, /no complete reply within 0.3 s after 6/]
  ];
  for (const [name, fault, words] of transient) {
    it(`gets over two times ${name}`, async () => {
      const {ask, server: target, sleeps} = await setUp();
      target?.misbehave(fault, 2);
      expect((await ask()).body).toEqual({ok: true});
      expect(target?.asked.length).toBe(3);
      expect(sleeps.slice(0, 2).every((ms) => ms >= 750)).toBe(true);
    });
    it(`says what happened when it is always ${name}`, async () => {
      const {ask, server: target} = await setUp();
      target?.misbehave(fault, Infinity);
      await expect(ask()).rejects.toThrow(words);
      expect(target?.asked.length).toBe(6);
    });
  }

  it("waits as long as Retry-After says, and stops the whole host meanwhile", async () => {
    const {ask, server: target, sleeps} = await setUp();
    target?.misbehave(faults.tooManyRetryAfter, 1);
    await ask();
    expect(Math.max(...sleeps)).toBe(7_000);
  });

  it("does not wait for hours: it says when to come back", async () => {
    const {ask, server: target} = await setUp();
    target?.misbehave(faults.tooManyForHours, 1);
    await expect(ask()).rejects.toThrow("HTTP 429: the source asks to wait 120 minutes");
    expect(target?.asked.length).toBe(1);
  });

  it("never repeats a request that the source calls wrong, and quotes the source", async () => {
    const {ask, server: target} = await setUp();
    target?.misbehave(faults.badRequest, 1);
    await expect(ask()).rejects.toThrow("HTTP 400: Unknown field 'Foo'");
    expect(target?.asked.length).toBe(1);
  });

  it("takes the statuses that mean nothing as null", async () => {
    const {ask} = await setUp({status: 204, body: ""});
    expect((await ask({absent: [204]})).body).toBeNull();
  });

  it("finds failures inside good replies", async () => {
    const {ask} = await setUp();
    const findFailure = () => ({reason: "too expensive", transient: false});
    await expect(ask({findFailure})).rejects.toThrow("too expensive");
  });

  it("forgives raw line breaks inside JSON texts", async () => {
    const {ask} = await setUp({body: '{"ERROR":"a\nb"}'});
    expect((await ask()).body).toEqual({ERROR: "a b"});
  });

  it("keeps no key and no e-mail, in messages or in the cache", async () => {
    const {ask, server: target, folder} = await setUp();
    const secret = `${target?.origin ?? ""}/a?api_key=SECRET&email=a@b.c&x=1`;
    await ask({url: secret});
    await ask();
    expect(target?.asked.length).toBe(1);
    expect(await readdir(folder)).toHaveLength(1);
    target?.misbehave(faults.badRequest, 1);
    const error: unknown = await ask({url: secret, fresh: true}).catch((cause: unknown) => cause);
    expect(String(error)).not.toMatch(/SECRET|a@b\.c/);
  });

  it("asks a kept address no second time, unless told to", async () => {
    const {ask, server: target} = await setUp();
    await ask();
    await ask();
    expect(target?.asked.length).toBe(1);
    await ask({fresh: true});
    expect(target?.asked.length).toBe(2);
  });

  it("does not mix releases", async () => {
    const first = await setUp();
    await first.ask();
    const second = await setUp({body: null}, {generation: "2"}, first.folder);
    await second.ask();
    expect(first.server?.asked.length).toBe(2);
  });

  it("does not use a damaged cache entry", async () => {
    const {ask, server: target, folder} = await setUp();
    await ask();
    const [name = ""] = await readdir(folder);
    await writeFile(join(folder, name), gzipSync('{"text":"{}","sha256":"0"}'));
    expect((await ask()).body).toEqual({ok: true});
    expect(target?.asked.length).toBe(2);
  });

  it("offline: answers from what is kept, and says so when it is not there", async () => {
    const first = await setUp();
    await first.ask();
    const offline = await setUp(undefined, {offline: true}, first.folder);
    expect((await offline.ask()).body).toEqual({ok: true});
    await expect(offline.ask({url: `${first.server?.origin ?? ""}/b`})).rejects.toThrow("--offline forbids asking");
  });

  it("never goes above the stated rate, whatever the mix of failures", async () => {
    const clock = makeVirtualClock();
    const starts: number[] = [];
    let atOnce = 0;
    let most = 0;
    const effects: Effects = {
      ...clock,
      random: () => (starts.length * 0.37) % 1,
      fetch: async () => {
        starts.push(clock.now());
        most = Math.max(most, ++atOnce);
        await clock.sleep(50 + ((starts.length * 131) % 900));
        atOnce--;
        const isBad = starts.length % 5 === 0;
        const headers = new Headers(starts.length % 15 === 0 ? {"retry-after": "3"} : {});
        return new Response(isBad ? "" : "{}", {status: starts.length % 10 === 0 ? 429 : 200, headers});
      }
    };
    const http = makeHttp(
      {
        policyOf: () => ({concurrency: 3, gapMs: 350, retries: 5, timeoutMs: 60_000}),
        userAgent: "t",
        cache: makeResponseCache(await newDirectory()),
        generation: "",
        queues: new Map()
      },
      effects
    );
    await Promise.all(
      Array.from({length: 60}, (_, i) => http.request({url: `http://host/${String(i)}`, expect: "json"}))
    );
    const gaps = starts.slice(1).map((start, i) => start - (starts[i] ?? 0));
    expect(starts.length).toBeGreaterThan(60);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(350);
    expect(most).toBeLessThanOrEqual(3);
  });
});
