/** Which rows are the same compound. */
export interface Duplicates {
  /** Row of the first of the same compound; the row's own number for the first itself and for what is alone. */
  readonly firsts: Uint32Array;
  /** Rows of the same compound, itself counted: 1 for what is alone. */
  readonly copies: Uint32Array;
}

/**
 * Groups rows by the InChIKey of their parents, so that tautomers which InChI takes for one and salts of one parent are
 * one compound; stereoisomers and isotopes are not. An empty key is like no other.
 *
 * @see Heller 2015 doi:10.1186/s13321-015-0068-4
 */
export function groupDuplicates(inchikeys: readonly (string | null)[]): Duplicates {
  const firstOf = new Map<string, number>();
  const firsts = new Uint32Array(inchikeys.length);
  const counts = new Uint32Array(inchikeys.length);
  inchikeys.forEach((key, row) => {
    const first = key ? (firstOf.get(key) ?? row) : row;
    if (key) firstOf.set(key, first);
    firsts[row] = first;
    counts[first] = (counts[first] ?? 0) + 1;
  });
  return {firsts, copies: firsts.map((first) => counts[first] ?? 1)};
}
