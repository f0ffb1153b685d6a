/**
 * Taylor-Butina clusters: the row with most neighbours becomes a centre and takes those that are still free, then the
 * next, and so on. Each cluster lists its centre first, then its members, ascending; the largest cluster comes first,
 * and among equals the one found first. Ties of centres are broken as RDKit breaks them (the later row first). A row
 * without neighbours is a cluster of one. Empty for no rows.
 *
 * @param neighbours for each row the rows similar enough to it, itself left out; see `neighbourLists`
 * @see Butina 1999, doi:10.1021/ci9803381; Taylor 1995, doi:10.1021/ci00023a009
 */
export function butinaClusters(neighbours: readonly {readonly rows: ArrayLike<number>}[]): number[][] {
  const size = (row: number): number => neighbours[row]?.rows.length ?? 0;
  const order = [...neighbours.keys()].sort((a, b) => size(b) - size(a) || b - a);
  const taken = new Uint8Array(neighbours.length);
  const clusters: number[][] = [];
  for (const centre of order) {
    if (taken[centre]) continue;
    const members = Array.from(neighbours[centre]?.rows ?? []).filter((row) => !taken[row]);
    for (const row of [centre, ...members]) taken[row] = 1;
    clusters.push([centre, ...members.sort((a, b) => a - b)]);
  }
  return clusters.sort((a, b) => b.length - a.length);
}

/** How a choice of rows is spread over clusters. */
export interface ClusterCoverage {
  /** Indices of the clusters that hold none of the chosen rows, largest first as given. */
  readonly missing: readonly number[];
  /** Rows in clusters that hold a chosen row. */
  readonly rowsCovered: number;
  /** Rows in all. */
  readonly rows: number;
}

/** Which clusters a choice (a shortlist) does not represent. */
export function clusterCoverage(
  clusters: readonly (readonly number[])[],
  chosen: ReadonlySet<number>
): ClusterCoverage {
  const isCovered = clusters.map((rows) => rows.some((row) => chosen.has(row)));
  const countRows = (keep: (index: number) => boolean): number =>
    clusters.reduce((sum, rows, index) => (keep(index) ? sum + rows.length : sum), 0);
  return {
    missing: [...clusters.keys()].filter((index) => !isCovered[index]),
    rowsCovered: countRows((index) => isCovered[index] ?? false),
    rows: countRows(() => true)
  };
}
