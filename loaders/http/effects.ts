import {setTimeout as wait} from "node:timers/promises";

/** What the loaders do to the world; tests pass their own clock, network and dice. */
export interface Effects {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

export const realEffects: Effects = {
  fetch: (url, init) => fetch(url, init),
  now: () => Date.now(),
  sleep: async (ms) => {
    await wait(ms);
  },
  random: () => Math.random()
};
