import {html} from "htl";
import type {EntityInPaper} from "../store/queries/entities-in-papers.js";
import type {ProjectPaper} from "../store/queries/papers-of-project.js";
import type {Project} from "../tables/project.js";
import {evidenceList, type EvidenceList, type ListChoice} from "./evidence-list.js";
import type {RowFacet} from "./row-facets.js";
import type {TableColumn} from "./table-column.js";

const out = (href: string, words: string): HTMLElement =>
  html`<a href=${href} rel="noreferrer" target="_blank">${words}</a>`;
const doiAddress = (doi: string): string => `https://doi.org/${doi}`;

const paperAddress = ({item_id: id, is_preprint: isPreprint, doi}: ProjectPaper): string =>
  !isPreprint
    ? `https://pubmed.ncbi.nlm.nih.gov/${id}/`
    : doi === null
      ? `https://europepmc.org/article/PPR/${id}`
      : doiAddress(doi);

/** Every identifier of a paper as a link. */
function identifiers(row: ProjectPaper): HTMLElement {
  const links = [
    row.is_preprint
      ? out(`https://europepmc.org/article/PPR/${row.item_id}`, row.item_id)
      : out(paperAddress(row), row.item_id),
    ...(row.pmcid === null ? [] : [out(`https://pmc.ncbi.nlm.nih.gov/articles/${row.pmcid}/`, row.pmcid)]),
    ...(row.doi === null ? [] : [out(doiAddress(row.doi), row.doi)]),
    ...(row.published_doi === null
      ? []
      : [html`<span>became ${out(doiAddress(row.published_doi), row.published_doi)}</span>`])
  ];
  return html`<span class="evidence-ids">${links}</span>`;
}

const columns: readonly TableColumn<ProjectPaper>[] = [
  {
    key: "title",
    label: "Title",
    width: 420,
    cell: (row) => out(paperAddress(row), row.title),
    title: (row) => row.title
  },
  {
    key: "published_on",
    label: "Published",
    width: 88,
    cell: (row) => row.published_on ?? (row.year === null ? null : String(row.year))
  },
  {
    key: "n_citations",
    label: "Cited",
    unit: "times",
    about: "Counted by Europe PMC on the day of retrieval.",
    width: 64,
    align: "right",
    cell: (row) => row.n_citations?.toLocaleString("en") ?? null
  },
  {
    key: "journal",
    label: "Journal or server",
    width: 150,
    cell: (row) => row.journal,
    title: (row) => row.journal ?? ""
  },
  {key: "authors", label: "Authors", width: 200, cell: (row) => row.authors, title: (row) => row.authors ?? ""},
  {key: "kind", label: "Reviewed", width: 76, cell: (row) => (row.is_preprint ? "preprint" : "paper")},
  {key: "ids", label: "Identifiers", width: 300, cell: identifiers}
];

/** Facets of papers: the project's queries by name, then what the source says of each. */
const facetsOf = ({literature}: Project): readonly RowFacet<ProjectPaper>[] => [
  {
    id: "question",
    label: "Found by",
    values: ({query_ids: ids}) => ids?.split(",") ?? [],
    show: (id) => literature.find((query) => query.id === id)?.title ?? id
  },
  {id: "kind", label: "Reviewed", values: ({is_preprint: isPreprint}) => [isPreprint ? "preprint" : "paper"]},
  {id: "type", label: "Type", values: ({kinds}) => kinds?.split("; ") ?? []},
  {id: "year", label: "Year", values: ({year}) => (year === null ? [] : [String(year)]), order: "down"},
  {id: "journal", label: "Journal or server", values: ({journal}) => (journal === null ? [] : [journal])}
];

/** Kinds of what papers name, as facets. */
const ENTITY_KINDS: readonly (readonly [type: string, label: string])[] = [
  ["Gene", "Genes named"],
  ["Disease", "Diseases named"],
  ["Chemical", "Chemicals named"]
];

function entityFacets(entities: readonly EntityInPaper[]): RowFacet<ProjectPaper>[] {
  const byPaper = new Map<string, EntityInPaper[]>();
  for (const one of entities) byPaper.set(one.paper_id, [...(byPaper.get(one.paper_id) ?? []), one]);
  return ENTITY_KINDS.map(([type, label]) => ({
    id: type.toLowerCase(),
    label,
    values: ({item_id: id, is_preprint: isPreprint}) =>
      isPreprint ? [] : (byPaper.get(id) ?? []).filter((one) => one.entity_type === type).map(({entity}) => entity)
  }));
}

/** Papers and preprints to search, narrow and sort; by what they name as well, where annotations were fetched. */
export function paperList(
  project: Project,
  rows: readonly ProjectPaper[],
  entities: readonly EntityInPaper[],
  onChange: (change: Partial<ListChoice>) => void
): EvidenceList {
  const list = evidenceList({
    name: "papers and preprints",
    rows,
    columns,
    facets: [...facetsOf(project), ...(entities.length > 0 ? entityFacets(entities) : [])],
    onChange,
    rowKey: ({item_id: id}) => id,
    textsOf: ({title, authors, journal, item_id: id, doi}) => [title, authors, journal, id, doi],
    sortBy: {
      title: ({title}) => title,
      authors: ({authors}) => authors,
      journal: ({journal}) => journal,
      published_on: ({published_on: day}) => day,
      n_citations: ({n_citations: n}) => n
    }
  });
  if (entities.length === 0)
    list.rail.append(
      html`<p class="note">
        What the papers name was not fetched: <code>npm run data -- --only pubtator</code> brings genes, diseases and
        chemicals.
      </p>`
    );
  return list;
}
