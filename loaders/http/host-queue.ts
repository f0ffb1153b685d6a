import PQueue from "p-queue";
import type {Effects} from "./effects.js";

/** How politely a host is asked. */
export interface HostPolicy {
  /** Requests under way at the same time. */
  readonly concurrency: number;
  /** Shortest time between two starts, in ms. */
  readonly gapMs: number;
}

export interface HostQueue {
  /** Runs the task when its turn comes. */
  readonly run: <T>(task: () => Promise<T>) => Promise<T>;
  /** Lets no request start before that time (ms since 1970). */
  readonly pauseUntil: (time: number) => void;
}

/** One queue for one host: at most `concurrency` at once, and never two starts closer than `gapMs`. */
export function makeHostQueue({concurrency, gapMs}: HostPolicy, effects: Effects): HostQueue {
  const queue = new PQueue({concurrency});
  let nextStart = -Infinity;
  const takeTurn = async (): Promise<void> => {
    for (let left = nextStart - effects.now(); left > 0; left = nextStart - effects.now()) await effects.sleep(left);
    nextStart = effects.now() + gapMs;
  };
  return {
    run: (task) =>
      queue.add(async () => {
        await takeTurn();
        return task();
      }),
    pauseUntil: (time) => {
      nextStart = Math.max(nextStart, time);
    }
  };
}
