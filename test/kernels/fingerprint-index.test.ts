import {describe, expect, it} from "vitest";
import {seededRandom} from "../../src/base/random.js";
import {FingerprintIndex} from "../../src/kernels/fingerprint-index.js";
import {dice, type SimilarityMetric, tanimoto, tversky} from "../../src/kernels/similarity-metric.js";
import {kernels} from "./compiled.js";

const ROW_BYTES = 32;

function randomRows(count: number, seed: number, density = 0.2, rowBytes = ROW_BYTES): Uint8Array {
  const random = seededRandom(seed);
  const rows = new Uint8Array(count * rowBytes);
  for (let row = 0; row < count; row++) {
    const own = density * (0.4 + random());
    for (let bit = 0; bit < rowBytes * 8; bit++)
      if (random() < own) rows[row * rowBytes + (bit >> 3)]! |= 1 << (bit & 7);
  }
  return rows;
}

const ones = (bytes: Uint8Array): number =>
  bytes.reduce((sum, byte) => sum + byte.toString(2).replaceAll("0", "").length, 0);
const rowsOf = (rows: Uint8Array, rowBytes = ROW_BYTES): Uint8Array[] =>
  Array.from({length: rows.length / rowBytes}, (_, i) => rows.subarray(i * rowBytes, (i + 1) * rowBytes));

/** The plain answer, best first, ties by row. */
function plainNeighbours(rows: Uint8Array[], query: Uint8Array, metric: SimilarityMetric, threshold: number) {
  return rows
    .map((row, i) => ({row: i, score: metric(ones(row.map((byte, at) => byte & query[at]!)), ones(query), ones(row))}))
    .filter(({score}) => score >= threshold)
    .sort((a, b) => b.score - a.score || a.row - b.row);
}

const bitsOf = (mask: Uint8Array): number[] =>
  Array.from({length: mask.length * 8}, (_, row) => row).filter((row) => (mask[row >> 3]! >> (row & 7)) & 1);

describe("FingerprintIndex.neighbours(query, metric, threshold)", () => {
  const metrics: [string, SimilarityMetric][] = [
    ["tanimoto", tanimoto],
    ["dice", dice],
    ["tversky", tversky(0.9, 0.1)]
  ];

  it.each([1, 15, 16, 127, 128, 129, 700])("equals the plain answer on %i rows", async (count) => {
    const rows = randomRows(count, count);
    const index = await FingerprintIndex.build(kernels, [rows], ROW_BYTES);
    const query = rows.slice(0, ROW_BYTES);
    for (const [, metric] of metrics)
      for (const threshold of [0, 0.15, 0.3, 0.5, 1]) {
        const expected = plainNeighbours(rowsOf(rows), query, metric, threshold);
        const {rows: found, scores} = index.neighbours(query, metric, threshold);
        expect([...found]).toEqual(expected.map(({row}) => row));
        expect([...scores]).toEqual(expected.map(({score}) => score));
      }
  });
  it("equals the plain answer for long queries, whose counts need more than seven planes", async () => {
    const rows = randomRows(300, 4, 0.7, 256);
    const index = await FingerprintIndex.build(kernels, [rows], 256);
    const query = rows.slice(256, 512);
    const expected = plainNeighbours(rowsOf(rows, 256), query, tanimoto, 0.4);
    expect(ones(query)).toBeGreaterThan(127);
    expect([...index.neighbours(query, tanimoto, 0.4).rows]).toEqual(expected.map(({row}) => row));
  });
  it("takes rows in chunks of any size", async () => {
    const rows = randomRows(100, 9);
    const chunks = [rows.slice(0, 320), new Uint8Array(0), rows.slice(320, 352), rows.slice(352)];
    const index = await FingerprintIndex.build(kernels, chunks, ROW_BYTES);
    expect(index.rowCount).toBe(100);
    const expected = plainNeighbours(rowsOf(rows), rows.slice(0, ROW_BYTES), tanimoto, 0.1);
    expect([...index.neighbours(rows.slice(0, ROW_BYTES), tanimoto, 0.1).rows]).toEqual(expected.map(({row}) => row));
  });
  it("finds nothing in an empty set", async () => {
    const index = await FingerprintIndex.build(kernels, [], ROW_BYTES);
    expect(index.neighbours(new Uint8Array(ROW_BYTES), tanimoto, 0).rows).toHaveLength(0);
  });
  it("gives an empty query no similarity to anything", async () => {
    const index = await FingerprintIndex.build(kernels, [randomRows(50, 2)], ROW_BYTES);
    expect(index.neighbours(new Uint8Array(ROW_BYTES), tanimoto, 0.01).rows).toHaveLength(0);
  });
  it("keeps an empty row", async () => {
    const index = await FingerprintIndex.build(kernels, [new Uint8Array(ROW_BYTES)], ROW_BYTES);
    expect([...index.neighbours(randomRows(1, 1), tanimoto, 0).scores]).toEqual([0]);
  });
  it("finds every row when all rows are equal", async () => {
    const row = randomRows(1, 3);
    const rows = new Uint8Array(200 * ROW_BYTES);
    for (let i = 0; i < 200; i++) rows.set(row, i * ROW_BYTES);
    const index = await FingerprintIndex.build(kernels, [rows], ROW_BYTES);
    expect(index.neighbours(row, tanimoto, 1).rows).toHaveLength(200);
  });
  it("throws when the query has another length", async () => {
    const index = await FingerprintIndex.build(kernels, [], ROW_BYTES);
    expect(() => index.neighbours(new Uint8Array(8), tanimoto, 0.5)).toThrow("invalid query length: 8");
  });
  it("throws when the threshold is not a number", async () => {
    const index = await FingerprintIndex.build(kernels, [], ROW_BYTES);
    expect(() => index.neighbours(new Uint8Array(ROW_BYTES), tanimoto, NaN)).toThrow("invalid threshold: NaN");
  });
});

describe("FingerprintIndex.build(module, chunks, rowBytes)", () => {
  it("throws when a chunk holds part of a row", async () => {
    await expect(FingerprintIndex.build(kernels, [new Uint8Array(33)], ROW_BYTES)).rejects.toThrow("chunk length: 33");
  });
  it("throws when a row is not whole blocks of 16 bytes", async () => {
    await expect(FingerprintIndex.build(kernels, [], 20)).rejects.toThrow("invalid rowBytes: 20");
  });
});

describe("FingerprintIndex.nearest(query, metric, count)", () => {
  it("gives the most similar rows first", async () => {
    const rows = randomRows(900, 11);
    const index = await FingerprintIndex.build(kernels, [rows], ROW_BYTES);
    const query = randomRows(1, 77);
    const expected = plainNeighbours(rowsOf(rows), query, tanimoto, 0).slice(0, 100);
    expect([...index.nearest(query, tanimoto, 100).rows]).toEqual(expected.map(({row}) => row));
  });
  it("gives all rows when there are fewer", async () => {
    const index = await FingerprintIndex.build(kernels, [randomRows(5, 1)], ROW_BYTES);
    expect(index.nearest(randomRows(1, 2), tanimoto, 100).rows).toHaveLength(5);
  });
});

describe("FingerprintIndex.rowBits()", () => {
  it("tells how many bits each row has", async () => {
    const rows = randomRows(300, 31, 0.4);
    const index = await FingerprintIndex.build(kernels, [rows], ROW_BYTES);
    expect([...index.rowBits()]).toEqual(rowsOf(rows).map(ones));
  });
  it("is empty without rows", async () => {
    expect((await FingerprintIndex.build(kernels, [], ROW_BYTES)).rowBits()).toHaveLength(0);
  });
});

describe("FingerprintIndex.supersets(query)", () => {
  it("finds the rows that have all bits of the query", async () => {
    const rows = randomRows(700, 21, 0.6);
    const index = await FingerprintIndex.build(kernels, [rows], ROW_BYTES);
    const query = new Uint8Array(ROW_BYTES);
    query.set([0b101, 0, 1 << 7], 4);
    const expected = rowsOf(rows).flatMap((row, i) =>
      row.every((byte, at) => (byte & query[at]!) === query[at]) ? [i] : []
    );
    expect(bitsOf(index.supersets(query))).toEqual(expected);
    expect(expected.length).toBeGreaterThan(10);
  });
  it("finds every row for a query without bits", async () => {
    const index = await FingerprintIndex.build(kernels, [randomRows(130, 1)], ROW_BYTES);
    expect(bitsOf(index.supersets(new Uint8Array(ROW_BYTES)))).toHaveLength(130);
  });
});

describe("FingerprintIndex.subsets(query)", () => {
  it("finds the rows all of whose bits are in the query", async () => {
    const rows = randomRows(700, 22, 0.02);
    const index = await FingerprintIndex.build(kernels, [rows], ROW_BYTES);
    const query = randomRows(1, 5, 0.9);
    const expected = rowsOf(rows).flatMap((row, i) => (row.every((byte, at) => (byte & ~query[at]!) === 0) ? [i] : []));
    expect(bitsOf(index.subsets(query))).toEqual(expected);
    expect(expected.length).toBeGreaterThan(10);
  });
});
