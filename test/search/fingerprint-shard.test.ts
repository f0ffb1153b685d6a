import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {type RDKit, withMolecule} from "../../src/chem/molecule.js";
import {compileQuery, releaseQuery} from "../../src/search/compiled-query.js";
import {FingerprintShard} from "../../src/search/fingerprint-shard.js";
import {MORGAN_BYTES, morganFingerprint} from "../../src/chem/morgan-fingerprint.js";
import {SearchShard} from "../../src/search/search-shard.js";
import {type StructureQuery, structureQuery} from "../../src/search/structure-query.js";
import {readNativeRows} from "../chem/native-rdkit.js";
import {kernels} from "../kernels/compiled.js";

let rdkit: RDKit;
const SET = readNativeRows()
  .map(({canonicalSmiles}) => canonicalSmiles)
  .slice(0, 200);
beforeAll(async () => {
  rdkit = await loadRDKit();
});

/** Keys are ten times the place, so that they cannot be mistaken for it. */
const keyOf = (row: number): number => row * 10;

function fingerprintsOf(rows: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(rows.length * MORGAN_BYTES);
  rows.forEach((smiles, row) => {
    const one = withMolecule(rdkit, smiles, morganFingerprint);
    if (one) bytes.set(one, row * MORGAN_BYTES);
  });
  return bytes;
}

function answer(shard: SearchShard | FingerprintShard, query: StructureQuery): Map<number, number> {
  const compiled = compileQuery(rdkit, query);
  const found = new Map<number, number>();
  for (const {keys, scores} of shard.search(compiled)) keys.forEach((key, at) => found.set(key, scores?.[at] ?? NaN));
  releaseQuery(compiled);
  return found;
}

describe("FingerprintShard.search(query)", () => {
  it.each([
    {threshold: 0.3},
    {threshold: 0.5, metric: "dice"},
    {threshold: 0.2, metric: "tversky", alpha: 0.9, beta: 0.1},
    {threshold: 0, most: 5}
  ] as const)("finds what is found by reading the structures: %o", async (how) => {
    const read = new SearchShard(rdkit, kernels);
    await read.addSmiles(
      SET.map((_, row) => keyOf(row)),
      SET
    );
    const handed = new FingerprintShard(kernels);
    for (let at = 0; at < SET.length; at += 77) {
      const part = SET.slice(at, at + 77);
      handed.add(
        Uint32Array.from(part, (_, row) => keyOf(at + row)),
        fingerprintsOf(part)
      );
    }
    await handed.seal();
    const query = structureQuery({structure: "CC(=O)Nc1ccc(O)cc1", mode: "similar", ...how});
    const found = answer(handed, query);
    expect(found.size).toBeGreaterThan(0);
    expect(found).toEqual(answer(read, query));
  });

  it("tells that all rows are settled, those too that were sealed later", async () => {
    const shard = new FingerprintShard(kernels);
    shard.add(Uint32Array.of(7), fingerprintsOf(["CCO"]));
    await shard.seal();
    shard.add(Uint32Array.of(3), fingerprintsOf(["CCO"]));
    await shard.seal();
    await shard.seal();
    const compiled = compileQuery(rdkit, structureQuery({structure: "CCO", mode: "similar"}));
    const steps = [...shard.search(compiled)];
    releaseQuery(compiled);
    expect(steps.map(({keys, scores, settled}) => [keys, scores, settled])).toEqual([
      [[7], [1], 1],
      [[3], [1], 1]
    ]);
    expect([shard.count, shard.isDue]).toEqual([2, false]);
  });

  it("finds nothing among no rows", async () => {
    const shard = new FingerprintShard(kernels);
    await shard.seal();
    expect(answer(shard, structureQuery({structure: "CCO", mode: "similar"})).size).toBe(0);
  });

  it("throws for a pattern, which has no fingerprint", () => {
    const compiled = compileQuery(rdkit, structureQuery({structure: "[#6]~*", mode: "contains"}));
    expect(() => [...new FingerprintShard(kernels).search(compiled)]).toThrow("invalid query: no fingerprint");
    releaseQuery(compiled);
  });
});

describe("FingerprintShard.add(keys, fingerprints)", () => {
  it("throws when there is not one for each key", () => {
    expect(() => {
      new FingerprintShard(kernels).add(Uint32Array.of(1, 2), new Uint8Array(MORGAN_BYTES));
    }).toThrow("invalid fingerprints: 256 bytes");
  });
});
