/** A clock that jumps to the next sleeper when nothing else is under way. */
export interface VirtualClock {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

interface Sleeper {
  readonly wakeAt: number;
  readonly wake: () => void;
}

/** Time passes only when everybody sleeps; for fakes that do no real input or output. */
export function makeVirtualClock(start = Date.UTC(2026, 0, 1)): VirtualClock {
  let time = start;
  const sleepers: Sleeper[] = [];
  const tick = (): void => {
    sleepers.sort((a, b) => a.wakeAt - b.wakeAt);
    const next = sleepers.shift();
    if (!next) return;
    time = Math.max(time, next.wakeAt);
    next.wake();
  };
  return {
    now: () => time,
    sleep: (ms) =>
      new Promise((resolve) => {
        sleepers.push({wakeAt: time + ms, wake: resolve});
        setTimeout(tick, 0);
      })
  };
}

/** Sleeping takes no time but moves the clock: for tests that speak to a real local server. */
export function makeHastyClock(start = Date.UTC(2026, 0, 1)): VirtualClock {
  let time = start;
  return {
    now: () => time,
    sleep: (ms) => {
      time += ms;
      return Promise.resolve();
    }
  };
}
