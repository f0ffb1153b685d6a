import {describe, expect, it, vi} from "vitest";
import {rowCache, type GetRows} from "../../src/components/row-cache.js";

const range = (from: number, to: number): number[] => Array.from({length: to - from}, (_, at) => from + at);
const quiet = {onRows: () => undefined, onError: () => undefined};

describe("rowCache(getRows, rowCount, events)", () => {
  it("knows the rows of an immediate answer at once", () => {
    const cache = rowCache(range, 1000, quiet);
    cache.want(100, 120);
    expect([cache.get(100), cache.get(119), cache.get(500)]).toEqual([100, 119, undefined]);
  });

  it("tells when the rows of a later answer have come", async () => {
    const onRows = vi.fn();
    const cache = rowCache((from, to) => Promise.resolve(range(from, to)), 1000, {...quiet, onRows});
    cache.want(0, 10);
    expect(cache.get(3)).toBeUndefined();
    await vi.waitFor(() => {
      expect(onRows).toHaveBeenCalledOnce();
    });
    expect(cache.get(3)).toBe(3);
  });

  it("asks for a block once", () => {
    const getRows = vi.fn(range);
    const cache = rowCache(getRows, 1000, quiet);
    cache.want(0, 10);
    cache.want(5, 15);
    expect(getRows).toHaveBeenCalledOnce();
  });

  it("never asks past the end", () => {
    const getRows = vi.fn(range);
    rowCache(getRows, 70, quiet).want(60, 400);
    expect(getRows.mock.calls).toEqual([
      [0, 64],
      [64, 70]
    ]);
  });

  it("keeps stale rows until fresh ones are there, and drops a late answer to the old question", async () => {
    const answers: ((rows: number[]) => void)[] = [];
    const getRows: GetRows<number> = () => new Promise((done) => answers.push(done));
    const cache = rowCache(getRows, 10, quiet);
    cache.want(0, 10);
    answers[0]!(range(0, 10));
    await Promise.resolve();
    cache.expire(10);
    cache.want(0, 10);
    expect(cache.get(2)).toBe(2);
    cache.expire(10);
    cache.want(0, 10);
    answers[1]!(range(100, 110));
    await Promise.resolve();
    expect(cache.get(2)).toBe(2);
    answers[2]!(range(200, 210));
    await Promise.resolve();
    expect(cache.get(2)).toBe(202);
  });

  it("has no row past the end after the list became shorter", () => {
    const cache = rowCache(range, 100, quiet);
    cache.want(0, 100);
    cache.expire(5);
    expect(cache.get(10)).toBeUndefined();
  });

  it("tells an error of the present question only", async () => {
    const onError = vi.fn();
    const cache = rowCache(() => Promise.reject(new Error("no file")), 10, {...quiet, onError});
    cache.want(0, 10);
    await vi.waitFor(() => {
      expect(onError).toHaveBeenCalledWith(new Error("no file"));
    });
    cache.want(0, 10);
    cache.expire(10);
    await Promise.resolve();
    expect(onError).toHaveBeenCalledOnce();
  });
});
