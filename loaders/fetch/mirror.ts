import type {Effects} from "../http/effects.js";

/**
 * Sends every request to one server that stands for all hosts: `https://host/path` becomes `<mirror>/host/path`. For a
 * company's own copy of the sources, and for tests.
 */
export function mirrorEffects(effects: Effects, mirror: string): Effects {
  const base = mirror.replace(/\/$/, "");
  return {...effects, fetch: (url, init) => effects.fetch(`${base}/${url.replace(/^https?:\/\//, "")}`, init)};
}
