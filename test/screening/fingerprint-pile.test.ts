import {describe, expect, it} from "vitest";
import {FingerprintPile} from "../../src/screening/fingerprint-pile.js";
import {MORGAN_BYTES} from "../../src/chem/morgan-fingerprint.js";

/** Fingerprints that begin with their number, in two bytes. */
function numbered(first: number, count: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(count * MORGAN_BYTES);
  for (let row = 0; row < count; row++) {
    bytes[row * MORGAN_BYTES] = (first + row) & 255;
    bytes[row * MORGAN_BYTES + 1] = (first + row) >> 8;
  }
  return bytes;
}

const inOrder = (count: number): Uint32Array => Uint32Array.from({length: count}, (_, row) => row);

describe("FingerprintPile.take(order)", () => {
  it("gives each fingerprint with its row in the set, across its pieces", () => {
    const pile = new FingerprintPile();
    const count = 40_000;
    for (let at = 0; at < count; at += 7000)
      pile.append(numbered(at, Math.min(7000, count - at)), Math.min(7000, count - at));
    const order = inOrder(count).reverse();
    const seen = new Set<number>();
    for (const {rows, fingerprints} of pile.take(order) ?? [])
      rows.forEach((row, at) => {
        const start = at * MORGAN_BYTES;
        const piled = (fingerprints[start] ?? 0) + 256 * (fingerprints[start + 1] ?? 0);
        if (order[row] === piled) seen.add(row);
      });
    expect(seen.size).toBe(count);
  });
  it("holds nothing afterwards", () => {
    const pile = new FingerprintPile();
    pile.append(numbered(0, 2), 2);
    expect(pile.take(inOrder(2))).toHaveLength(1);
    expect(pile.take(inOrder(2))).toBeNull();
  });
  it("is null when rows came without, before or after", () => {
    const pile = new FingerprintPile();
    pile.append(numbered(0, 1), 1);
    pile.append(null, 1);
    pile.append(numbered(2, 1), 1);
    expect(pile.take(inOrder(3))).toBeNull();
  });
  it("is null for no rows, and for an order of other rows", () => {
    expect(new FingerprintPile().take(inOrder(0))).toBeNull();
    const pile = new FingerprintPile();
    pile.append(numbered(0, 1), 1);
    expect(pile.take(inOrder(2))).toBeNull();
  });
});

describe("FingerprintPile.append(fingerprints, count)", () => {
  it("takes none of no rows as nothing", () => {
    const pile = new FingerprintPile();
    pile.append(null, 0);
    pile.append(numbered(0, 1), 1);
    expect(pile.take(inOrder(1))).toHaveLength(1);
  });
  it("throws when there are fewer than rows", () => {
    expect(() => {
      new FingerprintPile().append(numbered(0, 1), 2);
    }).toThrow("invalid fingerprints: 256 bytes");
  });
});
