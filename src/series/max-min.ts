const popCounts = Uint8Array.from({length: 65_536}, (_, word) => countBits(word));

function countBits(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/**
 * Chooses rows that are unlike each other: begins with the first row, then takes again and again the row whose nearest
 * chosen one is farthest away (1 − Tanimoto); of equals the earlier row. Rows in order of preference so give the best of
 * each neighbourhood a chance.
 *
 * @param fingerprints row after row
 * @param rowBytes bytes of a row, an even number
 * @param count rows wanted; all when there are fewer
 * @param onProgress told rows chosen and rows wanted
 * @returns rows in the order chosen, and the distance of each to the nearest chosen before it (1 for the first)
 * @throws when the fingerprints do not divide into rows
 * @see Ashton 2002, doi:10.1002/qsar.200290002
 */
export function maxMin(
  fingerprints: Uint8Array,
  rowBytes: number,
  count: number,
  onProgress: (done: number, total: number) => void = () => undefined
): {readonly rows: Uint32Array; readonly distances: Float64Array} {
  if (rowBytes < 2 || rowBytes % 2 !== 0 || fingerprints.length % rowBytes !== 0)
    throw new Error(`invalid fingerprints: ${String(fingerprints.length)} bytes in rows of ${String(rowBytes)}`);
  const words = new Uint16Array(fingerprints.slice().buffer);
  const width = rowBytes / 2;
  const total = words.length / width;
  const wanted = Math.max(0, Math.min(Math.floor(count), total));
  const bits = Uint16Array.from({length: total}, (_, row) => sumBits(words, row * width, width));
  const nearest = new Float64Array(total).fill(1);
  const rows = new Uint32Array(wanted);
  const distances = new Float64Array(wanted);
  for (let place = 0; place < wanted; place++) {
    const row = place === 0 ? 0 : farthest(nearest);
    rows[place] = row;
    distances[place] = place === 0 ? 1 : (nearest[row] ?? 0);
    lessen(nearest, row, words, width, bits);
    onProgress(place + 1, wanted);
  }
  return {rows, distances};
}

function sumBits(words: Uint16Array, from: number, width: number): number {
  let sum = 0;
  for (let at = from; at < from + width; at++) sum += popCounts[words[at] ?? 0] ?? 0;
  return sum;
}

function farthest(nearest: Float64Array): number {
  let best = 0;
  for (let row = 1; row < nearest.length; row++) if ((nearest[row] ?? -1) > (nearest[best] ?? -1)) best = row;
  return best;
}

/** Takes a newly chosen row into the distances to the nearest chosen one; a chosen row is marked by −1. */
function lessen(nearest: Float64Array, chosen: number, words: Uint16Array, width: number, bits: Uint16Array): void {
  const start = chosen * width;
  for (let row = 0; row < nearest.length; row++) {
    if ((nearest[row] ?? -1) < 0) continue;
    let common = 0;
    const from = row * width;
    for (let at = 0; at < width; at++) common += popCounts[(words[start + at] ?? 0) & (words[from + at] ?? 0)] ?? 0;
    const whole = (bits[row] ?? 0) + (bits[chosen] ?? 0) - common;
    const distance = whole === 0 ? 0 : 1 - common / whole;
    if (distance < (nearest[row] ?? 1)) nearest[row] = distance;
  }
  nearest[chosen] = -1;
}

/**
 * Chooses rows from clusters: the earliest row of each cluster, the largest clusters first; when there are fewer clusters
 * than rows wanted, then the second row of each, and so on.
 *
 * @param clusters rows of each cluster, in any order
 * @param count rows wanted; all when there are fewer
 */
export function pickFromClusters(clusters: readonly (readonly number[])[], count: number): number[] {
  const sorted = clusters
    .map((rows) => [...rows].sort((a, b) => a - b))
    .sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
  const picked: number[] = [];
  const deepest = sorted[0]?.length ?? 0;
  for (let depth = 0; depth < deepest; depth++)
    for (const rows of sorted) {
      const row = rows[depth];
      if (picked.length >= count) return picked;
      if (row !== undefined) picked.push(row);
    }
  return picked;
}
