import {describe, expect, it} from "vitest";
import {seededRandom} from "../../src/base/random.js";
import {FingerprintIndex} from "../../src/kernels/fingerprint-index.js";
import {principalMap, setBits} from "../../src/series/chemical-map.js";
import {ligandEfficiency, lipophilicEfficiency} from "../../src/series/efficiency.js";
import {neighbourMap} from "../../src/series/neighbour-map.js";
import {kernels} from "../kernels/compiled.js";

/** Rows whose shares of variance NumPy gives (SVD of the centred matrix). */
const ROWS = [
  [0, 1],
  [0, 1, 2],
  [0, 2, 3],
  [3, 4],
  [3, 4, 5]
];

describe("principalMap(bits, size, random)", () => {
  it("keeps distances that the first two components hold, whatever the start", () => {
    const [one, other] = [1, 99].map((seed) => principalMap(ROWS, 6, seededRandom(seed)));
    expect(one!.explained![0]).toBeCloseTo(0.68193, 4);
    expect(one!.explained![1]).toBeCloseTo(0.20996, 4);
    one!.x.forEach((value, row) => {
      expect(value).toBeCloseTo(other!.x[row]!, 5);
    });
    expect(one!.x.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 8);
  });

  it("puts equal rows on one place", () => {
    const {x, y, explained} = principalMap([[1], [1], [1]], 8, seededRandom(1));
    expect([...x, ...y]).toEqual([0, 0, 0, 0, 0, 0]);
    expect(explained).toEqual([0, 0]);
  });

  it("of no rows is empty", () => {
    expect(principalMap([], 8, seededRandom(1)).x).toHaveLength(0);
  });
});

describe("setBits(fingerprint)", () => {
  it("names the bits that are set", () => {
    expect(setBits(Uint8Array.from([0b101, 0, 0x80]))).toEqual([0, 2, 23]);
  });
});

const BYTES = 16;
/** Two families of rows that share bits within, none between. */
function families(count: number): Uint8Array {
  const random = seededRandom(7);
  const bytes = new Uint8Array(count * BYTES);
  for (let row = 0; row < count; row++)
    for (let i = 0; i < 12; i++) {
      const bit = (row % 2) * 64 + Math.floor(random() * 24);
      bytes[row * BYTES + (bit >> 3)]! |= 1 << (bit & 7);
    }
  return bytes;
}

describe("neighbourMap(index, fingerprints, random)", () => {
  it("keeps families together, and is the same for the same seed", async () => {
    const bytes = families(80);
    const index = await FingerprintIndex.build(kernels, [bytes], BYTES);
    const [one, other] = [1, 1].map((seed) => neighbourMap(index, bytes, seededRandom(seed)));
    expect([...one!.x, ...one!.y]).toEqual([...other!.x, ...other!.y]);
    const nearest = (row: number): number => {
      const distances = Array.from(one!.x, (x, i) =>
        i === row ? Infinity : Math.hypot(x - one!.x[row]!, one!.y[i]! - one!.y[row]!)
      );
      return distances.indexOf(Math.min(...distances));
    };
    const same = Array.from({length: 80}, (_, row) => row).filter((row) => nearest(row) % 2 === row % 2);
    expect(same.length).toBe(80);
  });

  it.each([3, 4, 13, 15, 16])("lays %d rows out, each at a place of its own", async (count) => {
    const bytes = families(count);
    const index = await FingerprintIndex.build(kernels, [bytes], BYTES);
    const {x, y} = neighbourMap(index, bytes, seededRandom(1));
    expect([...x, ...y].every(Number.isFinite)).toBe(true);
    expect(new Set(Array.from(x, (left, row) => `${String(left)} ${String(y[row])}`)).size).toBe(count);
  });

  it.each([0, 1, 2])("puts %d rows side by side", async (count) => {
    const bytes = families(count);
    const index = await FingerprintIndex.build(kernels, [bytes], BYTES);
    expect([...neighbourMap(index, bytes, seededRandom(1)).x]).toEqual(Array.from({length: count}, (_, i) => i));
  });
});

describe("ligandEfficiency(pPotency, heavyAtoms), lipophilicEfficiency(pPotency, logP)", () => {
  it("are 0.37 and 5.5 for 8 at 30 atoms and logP 2.5, and unknown where a part is", () => {
    expect(ligandEfficiency(8, 30)).toBeCloseTo(0.365, 3);
    expect(lipophilicEfficiency(8, 2.5)).toBe(5.5);
    expect(ligandEfficiency(NaN, 30)).toBeNaN();
    expect(ligandEfficiency(8, 0)).toBeNaN();
    expect(lipophilicEfficiency(8, NaN)).toBeNaN();
  });
});
