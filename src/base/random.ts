/** A source of uniform numbers in [0, 1). */
export type Random = () => number;

/**
 * A seeded generator of uniform numbers in [0, 1) with a period of 2^32: the same seed gives the same sequence
 * everywhere. Not for cryptography.
 *
 * @param seed any integer; only its low 32 bits count
 * @see Mulberry32, T. Ettinger 2017 (public domain)
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
