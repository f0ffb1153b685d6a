/** Residues that often take each other's place; what a match, such a pair, another pair and a gap are worth. */
const GROUPS = ["ILE LEU VAL MET", "PHE TYR TRP HIS", "LYS ARG", "ASP GLU", "ASN GLN", "SER THR", "ALA GLY SER CYS"];
const MATCH = 4;
const SIMILAR = 1;
const OTHER = -1;
const GAP_OPEN = -6;
const GAP_GOES_ON = -1;
/** Modified residues count as what they are made of. */
const PARENTS: Readonly<Record<string, string>> = {
  MSE: "MET",
  PTR: "TYR",
  SEP: "SER",
  TPO: "THR",
  HYP: "PRO",
  CSO: "CYS"
};

function worth(a: string, b: string): number {
  const [own, other] = [PARENTS[a] ?? a, PARENTS[b] ?? b];
  if (own === other) return MATCH;
  return GROUPS.some((group) => group.includes(own) && group.includes(other)) ? SIMILAR : OTHER;
}

/**
 * Pairs of residues of two sequences in their best alignment, as indices; ends may hang over without cost.
 *
 * @param a component ids, e.g. "ALA"
 * @see Needleman & Wunsch 1970, doi:10.1016/0022-2836(70)90057-4; Gotoh 1982, doi:10.1016/0022-2836(82)90398-9
 */
export function alignSequences(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  const width = b.length + 1;
  const size = (a.length + 1) * width;
  const [best, inA, inB] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const step = new Uint8Array(size);
  inA.fill(-Infinity);
  inB.fill(-Infinity);
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const at = i * width + j;
      const [up, left] = [at - width, at - 1];
      inA[at] = Math.max((best[up] ?? 0) + GAP_OPEN, (inA[up] ?? 0) + GAP_GOES_ON);
      inB[at] = Math.max((best[left] ?? 0) + GAP_OPEN, (inB[left] ?? 0) + GAP_GOES_ON);
      const pair = (best[up - 1] ?? 0) + worth(a[i - 1] ?? "", b[j - 1] ?? "");
      const top = Math.max(pair, inA[at] ?? 0, inB[at] ?? 0);
      best[at] = top;
      step[at] = top === pair ? 0 : top === inA[at] ? 1 : 2;
    }
  return traceBack(best, step, a.length, b.length);
}

function traceBack(best: Float64Array, step: Uint8Array, n: number, m: number): (readonly [number, number])[] {
  const width = m + 1;
  const ends = [
    ...Array.from({length: n + 1}, (_, i) => i * width + m),
    ...Array.from({length: m + 1}, (_, j) => n * width + j)
  ];
  let at = ends.reduce((top, end) => ((best[end] ?? 0) > (best[top] ?? 0) ? end : top), n * width + m);
  const pairs: (readonly [number, number])[] = [];
  while (at >= width && at % width > 0) {
    if (step[at] === 0) {
      pairs.push([Math.floor(at / width) - 1, (at % width) - 1]);
      at -= width + 1;
    } else at -= step[at] === 1 ? width : 1;
  }
  return pairs.reverse();
}
