/**
 * How alike two bit sets are, from the numbers of bits: `common` in both, `query` in the query, `row` in the row.
 * Every metric rises with `common`.
 */
export type SimilarityMetric = (common: number, query: number, row: number) => number;

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Shared bits over all bits, 0-1; two empty sets have 0 (RDKit: 1). @see Rogers & Tanimoto 1960, 10.1126/science.132.3434.1115 */
export const tanimoto: SimilarityMetric = (common, query, row) => share(common, query + row - common);

/** Shared bits over the mean number of bits, 0-1; two empty sets have 0. @see Dice 1945, 10.2307/1932409 */
export const dice: SimilarityMetric = (common, query, row) => share(2 * common, query + row);

/**
 * Shared bits over shared bits and a weighted count of the bits that only one has. With weights 1 and 0 it is the share
 * of the query found in the row: a fuzzy substructure search.
 *
 * @param alpha weight of bits only in the query, >= 0
 * @param beta weight of bits only in the row, >= 0
 * @throws when a weight is negative or not a number
 * @see Tversky 1977, 10.1037/0033-295X.84.4.327
 */
export function tversky(alpha: number, beta: number): SimilarityMetric {
  if (!(alpha >= 0)) throw new Error(`invalid alpha: ${String(alpha)}`);
  if (!(beta >= 0)) throw new Error(`invalid beta: ${String(beta)}`);
  return (common, query, row) => share(common, common + alpha * (query - common) + beta * (row - common));
}

/** The least number of shared bits that reaches a threshold; one more than is possible when none does. */
export function leastCommon(metric: SimilarityMetric, threshold: number, query: number, row: number): number {
  let low = 0;
  let high = Math.min(query, row) + 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (metric(middle, query, row) >= threshold) high = middle;
    else low = middle + 1;
  }
  return low;
}
