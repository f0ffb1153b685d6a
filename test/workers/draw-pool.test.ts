import {describe, expect, it} from "vitest";
import {drawingRequest} from "../../src/chem/drawing.js";
import {DrawPool, type DrawingWorker} from "../../src/workers/draw-pool.js";
import type {DrawAnswer, DrawCommand, Picture} from "../../src/workers/draw-protocol.js";

class FakeWorker implements DrawingWorker {
  onmessage: DrawingWorker["onmessage"] = null;
  onerror: DrawingWorker["onerror"] = null;
  readonly asked: DrawCommand[] = [];
  isEnded = false;

  postMessage(command: DrawCommand): void {
    this.asked.push(command);
  }

  terminate(): void {
    this.isEnded = true;
  }

  answer(data: DrawAnswer): void {
    this.onmessage?.call(this as unknown as Worker, new MessageEvent("message", {data}));
  }

  /** Answers the drawing asked for last. */
  draw(): void {
    const id = this.asked.flatMap((command) => (command.kind === "draw" ? [command.id] : [])).at(-1)!;
    this.answer({kind: "drawn", id, picture});
  }
}

const picture: Picture = {
  drawing: {x: 0, y: 0, width: 1, height: 1, paths: "", layout: "rdkit", marked: []},
  text: "ethanol"
};
const request = (structure: string) =>
  drawingRequest(structure, {style: "cell", highlights: [], alignTo: null, showsStereoLabels: false});
const always = () => true;

function makePool() {
  const workers: FakeWorker[] = [];
  const start = () => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  };
  return {workers, pool: new DrawPool(start, 2)};
}

const failed = {kind: "failed", reason: "no memory"} as const;

describe("DrawPool.warm()", () => {
  it("starts one worker, which then draws what is asked for", async () => {
    const {workers, pool} = makePool();
    pool.warm();
    pool.warm();
    expect(workers.length).toBe(1);
    workers[0]!.answer({kind: "ready"});
    const first = pool.draw(request("CCO"), always);
    workers[0]!.draw();
    expect(await first).toBe(picture);
  });

  it("starts none beside one that is there", () => {
    const {workers, pool} = makePool();
    void pool.draw(request("CCO"), always);
    pool.warm();
    expect(workers.length).toBe(1);
  });
});

describe("DrawPool.draw(request, isWanted)", () => {
  it("draws each structure once", async () => {
    const {workers, pool} = makePool();
    const first = pool.draw(request("CCO"), always);
    workers[0]!.answer({kind: "ready"});
    workers[0]!.draw();
    expect(await first).toBe(picture);
    expect(await pool.draw(request("CCO"), always)).toBe(picture);
    expect(workers[0]!.asked.length).toBe(1);
  });

  it("goes on with the first worker when the second cannot be started", async () => {
    const {workers, pool} = makePool();
    const first = pool.draw(request("C"), always);
    workers[0]!.answer({kind: "ready"});
    const others = [pool.draw(request("CC"), always), pool.draw(request("CCC"), always)];
    workers[1]!.answer(failed);
    for (let i = 0; i < 3; i++) workers[0]!.draw();
    expect(await Promise.all([first, ...others])).toEqual([picture, picture, picture]);
    expect(workers.map(({isEnded}) => isEnded)).toEqual([false, true]);
  });

  it("fails what waits, with the reason, when no worker can be started, and tries again when asked again", async () => {
    const {workers, pool} = makePool();
    const first = pool.draw(request("C"), always);
    workers[0]!.answer(failed);
    await expect(first).rejects.toThrow("no memory");
    const second = pool.draw(request("C"), always);
    workers[1]!.answer({kind: "ready"});
    workers[1]!.draw();
    expect(await second).toBe(picture);
  });

  it("replaces a worker that breaks at a drawing and tries that drawing once more", async () => {
    const {workers, pool} = makePool();
    const first = pool.draw(request("C"), always);
    workers[0]!.answer({kind: "ready"});
    workers[0]!.answer(failed);
    workers[1]!.answer({kind: "ready"});
    workers[1]!.answer(failed);
    await expect(first).rejects.toThrow("no memory");
    expect(workers.length).toBe(2);
  });

  it("takes a worker's second failure for the same one", async () => {
    const {workers, pool} = makePool();
    const drawings = ["C", "CC"].map((each) => pool.draw(request(each), always));
    workers[0]!.answer({kind: "ready"});
    const extra = pool.draw(request("CCC"), always);
    workers[1]!.answer(failed);
    workers[1]!.answer(failed);
    for (let i = 0; i < 3; i++) workers[0]!.draw();
    expect(await Promise.all([...drawings, extra])).toEqual([picture, picture, picture]);
  });

  it("skips what is not wanted any more", async () => {
    const {workers, pool} = makePool();
    const first = pool.draw(request("C"), () => false);
    workers[0]!.answer({kind: "ready"});
    expect(await first).toBeNull();
    expect(workers[0]!.asked).toEqual([]);
  });
});
