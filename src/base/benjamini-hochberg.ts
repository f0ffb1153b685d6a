/**
 * False-discovery-rate adjusted p-values (q-values), in the order given. A null p stays null and does not count as a
 * test.
 *
 * @see Benjamini & Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x
 */
export function benjaminiHochberg(pValues: readonly (number | null)[]): (number | null)[] {
  const tested = pValues.flatMap((p, index) => (p === null ? [] : [{p, index}])).sort((a, b) => b.p - a.p);
  const adjusted: (number | null)[] = pValues.map(() => null);
  let smallest = 1;
  tested.forEach(({p, index}, position) => {
    smallest = Math.min(smallest, (p * tested.length) / (tested.length - position));
    adjusted[index] = smallest;
  });
  return adjusted;
}
