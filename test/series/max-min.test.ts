import {describe, expect, it} from "vitest";
import {seededRandom} from "../../src/base/random.js";
import {maxMin, pickFromClusters} from "../../src/series/max-min.js";

const BYTES = 32;
function randomFingerprints(count: number, seed: number): Uint8Array {
  const random = seededRandom(seed);
  return Uint8Array.from({length: count * BYTES}, () => (random() < 0.4 ? Math.floor(random() * 256) : 0));
}

const bitsOf = (bytes: Uint8Array): Set<number> => {
  const found = new Set<number>();
  bytes.forEach((byte, at) => {
    for (let bit = 0; bit < 8; bit++) if ((byte >> bit) & 1) found.add(at * 8 + bit);
  });
  return found;
};

function distance(all: Uint8Array, a: number, b: number): number {
  const [one, two] = [a, b].map((row) => bitsOf(all.subarray(row * BYTES, (row + 1) * BYTES)));
  const common = [...one!].filter((bit) => two!.has(bit)).length;
  const whole = one!.size + two!.size - common;
  return whole === 0 ? 0 : 1 - common / whole;
}

/** The plain way: every row left against every row chosen. */
function plainMaxMin(all: Uint8Array, count: number): number[] {
  const total = all.length / BYTES;
  const chosen = [0];
  while (chosen.length < Math.min(count, total)) {
    const left = [...Array(total).keys()].filter((row) => !chosen.includes(row));
    const nearest = left.map((row) => Math.min(...chosen.map((other) => distance(all, row, other))));
    chosen.push(left[nearest.indexOf(Math.max(...nearest))]!);
  }
  return chosen;
}

describe("maxMin(fingerprints, rowBytes, count)", () => {
  it.each([1, 2, 3])("chooses as the plain way does (seed %i)", (seed) => {
    const all = randomFingerprints(60, seed);
    const {rows, distances} = maxMin(all, BYTES, 20);
    expect([...rows]).toEqual(plainMaxMin(all, 20));
    const sorted = [...distances].sort((a, b) => b - a);
    expect([...distances]).toEqual(sorted);
  });
  it("chooses each row once, equal ones last", () => {
    const one = randomFingerprints(1, 9);
    const other = randomFingerprints(1, 10);
    const all = Uint8Array.from([...one, ...one, ...other]);
    expect([...maxMin(all, BYTES, 9).rows]).toEqual([0, 2, 1]);
  });
  it("tells how far it is", () => {
    const told: number[] = [];
    maxMin(randomFingerprints(5, 1), BYTES, 3, (done, total) => told.push(done / total));
    expect(told.at(-1)).toBe(1);
  });
  it("chooses none of no rows, and none when none is wanted", () => {
    expect(maxMin(new Uint8Array(), BYTES, 5).rows).toHaveLength(0);
    expect(maxMin(randomFingerprints(5, 1), BYTES, 0).rows).toHaveLength(0);
  });
  it("throws when the bytes are no whole rows", () => {
    expect(() => maxMin(new Uint8Array(33), BYTES, 1)).toThrow("invalid fingerprints: 33 bytes in rows of 32");
  });
});

describe("pickFromClusters(clusters, count)", () => {
  const clusters = [
    [9, 3],
    [5, 1, 7]
  ];
  it("takes the earliest of each cluster, the largest first, then the next of each", () => {
    expect(pickFromClusters(clusters, 4)).toEqual([1, 3, 5, 9]);
  });
  it("takes all when more are wanted", () => expect(pickFromClusters(clusters, 99)).toHaveLength(5));
  it("takes none of nothing", () => expect(pickFromClusters([], 3)).toEqual([]));
});
