import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {afterPause} from "../../src/components/after-pause.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("afterPause(milliseconds, act, signal)", () => {
  it("does it once, with the last of several calls", () => {
    const act = vi.fn();
    const call = afterPause(100, act, new AbortController().signal);
    call(1);
    vi.advanceTimersByTime(99);
    call(2);
    vi.advanceTimersByTime(100);
    expect(act.mock.calls).toEqual([[2]]);
  });

  it("does nothing after the signal", () => {
    const act = vi.fn();
    const stopper = new AbortController();
    afterPause(100, act, stopper.signal)(1);
    stopper.abort();
    vi.advanceTimersByTime(1000);
    expect(act).not.toHaveBeenCalled();
  });
});
