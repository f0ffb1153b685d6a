/** A way to narrow rows: chosen values within a facet join by "or", facets by "and". */
export interface RowFacet<Row> {
  readonly id: string;
  readonly label: string;
  /** The values that a row has; none when it is not known. */
  values(row: Row): readonly string[];
  /** How a value is shown; the value itself when absent. */
  readonly show?: (value: string) => string;
  /** Values in their own order, up or down; the commonest first when absent. */
  readonly order?: "up" | "down";
}

/** A value of a facet and how many of the rows that pass the other facets have it. */
export interface FacetCount {
  readonly value: string;
  readonly n: number;
}

/** What a row without any value of a facet is filed under. */
export const UNKNOWN = "not given";

/** A chosen value in a link: "facet=value". */
export const rowFacetToken = (facet: string, value: string): string => `${facet}=${value}`;

const valuesOf = <Row>(facet: RowFacet<Row>, row: Row): readonly string[] => {
  const values = facet.values(row);
  return values.length === 0 ? [UNKNOWN] : values;
};

const chosenOf = <Row>({id}: RowFacet<Row>, chosen: readonly string[]): ReadonlySet<string> =>
  new Set(chosen.filter((token) => token.startsWith(rowFacetToken(id, ""))).map((token) => token.slice(id.length + 1)));

/** Rows that pass all facets but one; tokens that name no facet are ignored. */
function passing<Row>(
  rows: readonly Row[],
  facets: readonly RowFacet<Row>[],
  chosen: readonly string[],
  except?: RowFacet<Row>
): Row[] {
  const active = facets
    .filter((facet) => facet !== except)
    .map((facet) => ({facet, wanted: chosenOf(facet, chosen)}))
    .filter(({wanted}) => wanted.size > 0);
  return rows.filter((row) =>
    active.every(({facet, wanted}) => valuesOf(facet, row).some((value) => wanted.has(value)))
  );
}

/** Rows that pass every facet of which a value is chosen. */
export const facetRows = <Row>(
  rows: readonly Row[],
  facets: readonly RowFacet<Row>[],
  chosen: readonly string[]
): Row[] => passing(rows, facets, chosen);

/** The values of a facet among rows that pass the other facets; chosen values stay though no row has them. */
export function facetCounts<Row>(
  rows: readonly Row[],
  facets: readonly RowFacet<Row>[],
  chosen: readonly string[],
  facet: RowFacet<Row>
): FacetCount[] {
  const counts = new Map<string, number>([...chosenOf(facet, chosen)].map((value) => [value, 0]));
  for (const row of passing(rows, facets, chosen, facet))
    for (const value of new Set(valuesOf(facet, row))) counts.set(value, (counts.get(value) ?? 0) + 1);
  const list = [...counts].map(([value, n]) => ({value, n}));
  const byName = (a: FacetCount, b: FacetCount): number => (a.value < b.value ? -1 : 1);
  if (facet.order === undefined) return list.sort((a, b) => b.n - a.n || byName(a, b));
  return list.sort(facet.order === "up" ? byName : (a, b) => byName(b, a));
}

/** Rows of which the texts hold every word that was typed, in any order; case and accents do not matter. */
export function searchRows<Row>(rows: readonly Row[], text: string, textsOf: (row: Row) => readonly (string | null)[]) {
  const plain = (value: string): string => value.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const words = plain(text)
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const body = plain(textsOf(row).join("\n"));
    return words.every((word) => body.includes(word));
  });
}
