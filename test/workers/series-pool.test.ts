import {describe, expect, it} from "vitest";
import {SeriesPool, type SeriesWorker} from "../../src/workers/series-pool.js";
import type {SeriesCommand, SeriesReply} from "../../src/workers/series-protocol.js";

/** Dies of out of memory, as a browser tells it. */
class Crash extends Event {
  readonly message = "out of memory";
}

/** A worker that answers as it is told, or dies, in this thread. */
class FakeWorker extends EventTarget {
  static made: FakeWorker[] = [];
  isEnded = false;
  constructor(readonly answer: (command: SeriesCommand) => readonly SeriesReply[] | "crash") {
    super();
    FakeWorker.made.push(this);
  }
  postMessage(command: SeriesCommand): void {
    queueMicrotask(() => {
      const replies = this.answer(command);
      if (replies === "crash") this.dispatchEvent(new Crash("error"));
      else for (const data of replies) this.dispatchEvent(new MessageEvent("message", {data}));
    });
  }
  terminate(): void {
    this.isEnded = true;
  }
}

function poolOf(answer: (command: SeriesCommand) => readonly SeriesReply[] | "crash", most = 2): SeriesPool {
  FakeWorker.made = [];
  return new SeriesPool(() => new FakeWorker(answer) as unknown as SeriesWorker, most);
}

const echo = (command: SeriesCommand): SeriesReply[] =>
  command.kind === "items" ? [{kind: "done", answer: command.items.map((item) => `${String(item)}!`)}] : [];
const {signal} = new AbortController();

describe("SeriesPool.items(job, items)", () => {
  it("answers in the order of the items, over all workers, and tells how far it is", async () => {
    const items = Array.from({length: 300}, (_, i) => String(i));
    const told: number[] = [];
    const answers = await poolOf(echo).items("lineages", items, {signal, onProgress: (done) => told.push(done)});
    expect(answers).toEqual(items.map((item) => `${item}!`));
    expect(FakeWorker.made.length).toBe(2);
    expect(told.at(-1)).toBe(300);
  });

  it("of nothing starts no worker", async () => {
    expect(await poolOf(echo).items("lineages", [], {signal})).toEqual([]);
    expect(FakeWorker.made).toEqual([]);
  });

  it("fails with what the worker says, and goes on with a fresh worker", async () => {
    let isBroken = true;
    const pool = poolOf(
      (command) => (isBroken ? [{kind: "failed", reason: "no engine", isFatal: false}] : echo(command)),
      1
    );
    await expect(pool.items("lineages", ["a"], {signal})).rejects.toThrow("no engine");
    isBroken = false;
    expect(await pool.items("lineages", ["a"], {signal})).toEqual(["a!"]);
    expect(FakeWorker.made.map(({isEnded}) => isEnded)).toEqual([true, false]);
  });

  it("gives what a worker died over to a fresh one, and loses nothing", async () => {
    let crashes = 1;
    const items = Array.from({length: 200}, (_, i) => String(i));
    const pool = poolOf((command) => (crashes-- > 0 ? "crash" : echo(command)));
    expect(await pool.items("lineages", items, {signal})).toEqual(items.map((item) => `${item}!`));
    expect(FakeWorker.made.map(({isEnded}) => isEnded)).toEqual([true, false, false]);
  });

  it("gives it to a fresh one too when the worker says that its engine broke", async () => {
    let breaks = 1;
    const broken: SeriesReply = {kind: "failed", reason: "memory access out of bounds", isFatal: true};
    const pool = poolOf((command) => (breaks-- > 0 ? [broken] : echo(command)), 1);
    expect(await pool.items("lineages", ["a"], {signal})).toEqual(["a!"]);
    expect(FakeWorker.made.map(({isEnded}) => isEnded)).toEqual([true, false]);
  });

  it("tries again once, then fails with the reason", async () => {
    const pool = poolOf(() => "crash", 1);
    await expect(pool.items("lineages", ["a"], {signal})).rejects.toThrow("out of memory");
    expect(FakeWorker.made.map(({isEnded}) => isEnded)).toEqual([true, true]);
  });

  it("does not try again what was stopped meanwhile", async () => {
    const stopper = new AbortController();
    const pool = poolOf(() => {
      stopper.abort(new Error("stopped"));
      return "crash";
    }, 1);
    await expect(pool.items("lineages", ["a"], {signal: stopper.signal})).rejects.toThrow("stopped");
    expect(FakeWorker.made.length).toBe(1);
  });

  it("ends a busy worker when stopped, and serves the next job", async () => {
    const stopper = new AbortController();
    const pool = poolOf((command) => (command.kind === "items" && command.items[0] === "slow" ? [] : echo(command)), 1);
    const slow = pool.items("lineages", ["slow"], {signal: stopper.signal});
    const next = pool.items("lineages", ["b"], {signal});
    await Promise.resolve();
    stopper.abort(new Error("stopped"));
    await expect(slow).rejects.toThrow("stopped");
    expect(await next).toEqual(["b!"]);
    expect(FakeWorker.made[0]?.isEnded).toBe(true);
  });
});

describe("SeriesPool.set(job, ask)", () => {
  it("hands progress on and resolves with the answer", async () => {
    const told: number[][] = [];
    const pool = poolOf(() => [
      {kind: "progress", done: 1, total: 2},
      {kind: "done", answer: [[0]]}
    ]);
    const options = {signal, onProgress: (done: number, total: number) => told.push([done, total])};
    const fingerprints = [new Uint8Array(256)];
    expect(await pool.set("clusters", {fingerprints, threshold: 0.5}, options)).toEqual([[0]]);
    expect(told).toEqual([[1, 2]]);
  });

  it("of an empty set answers without a worker", async () => {
    const pool = poolOf(echo);
    expect(await pool.set("clusters", {fingerprints: [], threshold: 0.5}, {signal})).toEqual([]);
    expect(FakeWorker.made).toEqual([]);
  });

  it("throws when it is already stopped", async () => {
    const ask = {fingerprints: [], threshold: 0.5};
    await expect(poolOf(echo).set("clusters", ask, {signal: AbortSignal.abort(new Error("stopped"))})).rejects.toThrow(
      "stopped"
    );
  });
});
