import umapJs from "umap-js";
import type {Random} from "../base/random.js";
import type {FingerprintIndex} from "../kernels/fingerprint-index.js";
import {tanimoto} from "../kernels/similarity-metric.js";
import type {ChemicalMap} from "./chemical-map.js";

/** Neighbours of a row that the map keeps near it; umap's own default. */
const NEIGHBOURS = 15;
const LEAST_DISTANCE = 0.1;
/** Share of the work that is finding neighbours. */
const FINDING = 0.3;

/**
 * Rows on a map that keeps each near its fifteen most similar (UMAP, Jaccard distance). Neighbours are exact, found by
 * the index; the same seed gives the same map. Distances between far groups and axes mean nothing.
 *
 * @param index fingerprints of the rows; two rows or fewer are put side by side
 * @param fingerprints the same fingerprints, row after row
 * @see McInnes, Healy & Melville 2018, doi:10.48550/arXiv.1802.03426
 */
export function neighbourMap(
  index: FingerprintIndex,
  fingerprints: Uint8Array,
  random: Random,
  tell: (done: number, total: number) => void = () => undefined
): ChemicalMap {
  const {rowCount, rowBytes} = index;
  // A row counts among its own neighbours, and the method wants one row more than these.
  const count = Math.min(NEIGHBOURS, rowCount - 1);
  if (rowCount < 3)
    return {x: Float64Array.from({length: rowCount}, (_, i) => i), y: new Float64Array(rowCount), explained: null};
  const rows: number[][] = [];
  const distances: number[][] = [];
  for (let row = 0; row < rowCount; row++) {
    const found = index.nearest(fingerprints.subarray(row * rowBytes, (row + 1) * rowBytes), tanimoto, count + 1);
    const others = Array.from(found.rows, (other, i) => [other, 1 - (found.scores[i] ?? 0)] as const).filter(
      ([other]) => other !== row
    );
    const near = [[row, 0] as const, ...others].slice(0, count);
    rows.push(near.map(([other]) => other));
    distances.push(near.map(([, distance]) => distance));
    if (row % 64 === 0) tell(FINDING * row, rowCount);
  }
  const umap = new umapJs.UMAP({nComponents: 2, nNeighbors: count, minDist: LEAST_DISTANCE, random});
  umap.setPrecomputedKNN(rows, distances);
  // Neighbours are given: of the data only their number counts.
  const epochs = umap.initializeFit(rows.map((_, row) => [row]));
  for (let epoch = 0; epoch < epochs; epoch++) {
    umap.step();
    tell((FINDING + (1 - FINDING) * ((epoch + 1) / epochs)) * rowCount, rowCount);
  }
  const places = umap.getEmbedding();
  return {
    x: Float64Array.from(places, (place) => place[0] ?? 0),
    y: Float64Array.from(places, (place) => place[1] ?? 0),
    explained: null
  };
}
