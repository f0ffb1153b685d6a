import {beforeAll, describe, expect, it} from "vitest";
import {loadRDKit} from "../../loaders/rdkit.js";
import {withMolecule} from "../../src/chem/molecule.js";
import {FingerprintIndex} from "../../src/kernels/fingerprint-index.js";
import {butinaClusters, clusterCoverage} from "../../src/series/butina-clusters.js";
import {neighbourLists} from "../../src/series/neighbour-lists.js";
import {readNativeRows} from "../chem/native-rdkit.js";
import {kernels} from "../kernels/compiled.js";

const ROW_BYTES = 256;
const MORGAN = JSON.stringify({radius: 2, nBits: ROW_BYTES * 8});

/** Clusters of two rows or more by Butina.ClusterData of native RDKit 2022.09, Morgan radius 2, 2048 bits, Tanimoto 0.3. */
const NATIVE_CLUSTERS = [
  [148, 8, 44, 65, 95, 112, 129], [23, 5, 6, 45, 122, 138], [69, 19, 55, 67], [2, 0, 1, 10, 24], [137, 22, 94],
  [101, 14, 32, 51], [96, 102], [47, 21, 46, 203], [34, 26, 36, 113], [235, 161, 178], [150, 42, 211], [132, 64, 177],
  [90, 75, 89], [77, 82, 104], [216, 17], [189, 147], [187, 165], [176, 88], [167, 74], [134, 105], [127, 28],
  [119, 86], [110, 61], [107, 73], [76, 60], [71, 39], [66, 43], [50, 40], [35, 16]
]; // prettier-ignore

let fingerprints: Uint8Array;
let index: FingerprintIndex;
beforeAll(async () => {
  const rdkit = await loadRDKit();
  const rows = readNativeRows().map(({smiles}) =>
    withMolecule(rdkit, smiles, (molecule) => molecule.get_morgan_fp_as_uint8array(MORGAN))
  );
  fingerprints = Uint8Array.from(rows.flatMap((row) => [...(row ?? [])]));
  index = await FingerprintIndex.build(kernels, [fingerprints], ROW_BYTES);
});

const near = (...lists: number[][]): {rows: number[]}[] => lists.map((rows) => ({rows}));

describe("butinaClusters(neighbours)", () => {
  it("equals native RDKit on 264 molecules", () => {
    const clusters = butinaClusters(neighbourLists(index, fingerprints, 0.3));
    const bySize = [...NATIVE_CLUSTERS].sort((a, b) => b.length - a.length);
    expect(clusters.filter(({length}) => length > 1)).toEqual(bySize);
    expect(clusters).toHaveLength(209);
  });

  it("gives a row without neighbours a cluster of its own", () => {
    expect(butinaClusters(near([1], [0], []))).toEqual([[1, 0], [2]]);
  });

  it("of identical rows is one cluster", () => {
    expect(butinaClusters(near([1, 2], [0, 2], [0, 1]))).toEqual([[2, 0, 1]]);
  });

  it("of one row is one cluster, of none none", () => {
    expect(butinaClusters(near([]))).toEqual([[0]]);
    expect(butinaClusters([])).toEqual([]);
  });
});

describe("neighbourLists(index, fingerprints, threshold)", () => {
  it("leaves the row itself out and is symmetric", () => {
    const lists = neighbourLists(index, fingerprints, 0.3);
    lists.forEach(({rows}, row) => {
      expect([...rows]).not.toContain(row);
      for (const other of rows) expect([...(lists[other]?.rows ?? [])]).toContain(row);
    });
  });

  it("tells how far it is", () => {
    let last: number[] = [];
    neighbourLists(index, fingerprints, 0.9, (done, total) => (last = [done, total]));
    expect(last).toEqual([264, 264]);
  });

  it.each([0, 1.1, NaN])("throws for the threshold %d", (threshold) => {
    expect(() => neighbourLists(index, fingerprints, threshold)).toThrow("invalid threshold");
  });

  it("throws for fingerprints of another set", () => {
    expect(() => neighbourLists(index, fingerprints.subarray(ROW_BYTES), 0.5)).toThrow("invalid fingerprints");
  });
});

describe("clusterCoverage(clusters, chosen)", () => {
  const clusters = [[4, 0, 1], [2], [3]];
  it("names the clusters without a chosen row and counts the rows of the others", () => {
    expect(clusterCoverage(clusters, new Set([1, 3]))).toEqual({missing: [1], rowsCovered: 4, rows: 5});
  });

  it("of no choice misses every cluster", () => {
    expect(clusterCoverage(clusters, new Set())).toEqual({missing: [0, 1, 2], rowsCovered: 0, rows: 5});
  });
});
