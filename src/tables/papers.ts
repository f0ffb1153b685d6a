import {defineTable, optional, required, type Row} from "./table.js";

/** Papers found by the project's literature queries; no abstracts are stored. */
export const papers = defineTable("papers", "One row per paper.", {
  paper_id: required("VARCHAR", "Paper", "PubMed id; unique."),
  title: required("VARCHAR", "Title", "Title, without markup."),
  authors: optional("VARCHAR", "Authors", "Names as the source writes them, comma-separated."),
  journal: optional("VARCHAR", "Journal", "Abbreviated journal title."),
  year: optional("INTEGER", "Year", "Year of publication."),
  published_on: optional("VARCHAR", "Published", "ISO date; the first of the month or year where no more is known."),
  kinds: optional("VARCHAR", "Kinds", "Publication types, separated by '; '."),
  doi: optional("VARCHAR", "DOI", "DOI of the paper."),
  pmcid: optional("VARCHAR", "PMC", "PubMed Central id."),
  source_id: required("VARCHAR", "Source", "Key into sources.")
});
export type PaperRow = Row<typeof papers>;

/** Preprints, apart from papers: not peer reviewed. */
export const preprints = defineTable("preprints", "One row per preprint.", {
  preprint_id: required("VARCHAR", "Preprint", "Europe PMC id; unique."),
  title: required("VARCHAR", "Title", "Title, without markup."),
  authors: optional("VARCHAR", "Authors", "Names as the source writes them."),
  server: optional("VARCHAR", "Server", "Preprint server, e.g. 'bioRxiv'."),
  posted_on: optional("VARCHAR", "Posted", "ISO date of the first version."),
  year: optional("INTEGER", "Year", "Year of the first version."),
  doi: optional("VARCHAR", "DOI", "DOI, without version."),
  n_citations: optional("INTEGER", "Citations", "Citations counted by the source on the day of retrieval."),
  source_id: required("VARCHAR", "Source", "Key into sources.")
});
export type PreprintRow = Row<typeof preprints>;

/** Versions of preprints, and where they were published. */
export const preprintVersions = defineTable("preprint_versions", "One row per version of a preprint.", {
  doi: required("VARCHAR", "DOI", "DOI of the preprint, without version."),
  version: required("INTEGER", "Version", "1 is the first."),
  posted_on: required("VARCHAR", "Posted", "ISO date of the version."),
  server: required("VARCHAR", "Server", "'bioRxiv' or 'medRxiv'."),
  licence: optional("VARCHAR", "Licence", "Licence of the version, as the server codes it."),
  category: optional("VARCHAR", "Category", "Subject of the server."),
  published_doi: optional("VARCHAR", "Published as", "DOI of the journal paper; missing when not published."),
  source_id: required("VARCHAR", "Source", "Key into sources.")
});
export type PreprintVersionRow = Row<typeof preprintVersions>;

/** Citations of papers. */
export const paperCitations = defineTable("paper_citations", "One row per paper with a citation count.", {
  paper_id: required("VARCHAR", "Paper", "Key into papers."),
  n_citations: required("INTEGER", "Citations", "Citations counted by the source on the day of retrieval."),
  source_id: required("VARCHAR", "Source", "Key into sources.")
});
export type PaperCitationRow = Row<typeof paperCitations>;

/** What papers name: annotations of a source, no text of the paper. */
export const paperEntities = defineTable(
  "paper_entities",
  "One row per paper and gene, disease or chemical named in it.",
  {
    paper_id: required("VARCHAR", "Paper", "Key into papers."),
    entity_type: required("VARCHAR", "Type", "Gene, Disease, Chemical, Species, CellLine or a kind of variant."),
    entity_id: required("VARCHAR", "Entity id", "Key in the vocabulary of the source, e.g. '@GENE_EGFR'."),
    entity: required("VARCHAR", "Entity", "Name in the vocabulary."),
    n_mentions: required("INTEGER", "Mentions", "Times it is named in title and abstract."),
    source_id: required("VARCHAR", "Source", "Key into sources.")
  }
);
export type PaperEntityRow = Row<typeof paperEntities>;

/** Which query found which paper or preprint. */
export const literatureHits = defineTable("literature_hits", "One row per query and paper or preprint found.", {
  query_id: required("VARCHAR", "Query", "Literature query of the project file."),
  item_id: required("VARCHAR", "Item", "Key into papers, or into preprints."),
  is_preprint: required("BOOLEAN", "Preprint", "True when the item is a preprint."),
  source_id: required("VARCHAR", "Source", "Key into sources.")
});
export type LiteratureHitRow = Row<typeof literatureHits>;

/** Publications per year; series of different sources count different collections and are never mixed. */
export const paperCounts = defineTable("paper_counts", "One row per literature query, source and year.", {
  query_id: required("VARCHAR", "Query", "Literature query of the project file."),
  year: required("INTEGER", "Year", "Year of publication."),
  n_papers: required("INTEGER", "Papers", "Publications found; 0 is counted, not missing."),
  is_preprint: required("BOOLEAN", "Preprints", "True when preprints were counted."),
  is_partial: required("BOOLEAN", "Partial", "True for the year that was not over on the day of retrieval."),
  source_id: required("VARCHAR", "Source", "Key into sources.")
});
export type PaperCountRow = Row<typeof paperCounts>;

/** How a source understood a query. */
export const literatureQueries = defineTable("literature_queries", "One row per literature query and source.", {
  query_id: required("VARCHAR", "Query", "Literature query of the project file."),
  query: required("VARCHAR", "Asked", "The query as it was sent."),
  translation: optional("VARCHAR", "Understood", "How the source translated it; missing when it does not say."),
  n_total: required("INTEGER", "Total", "Publications of all years."),
  is_preprint: required("BOOLEAN", "Preprints", "True when preprints were asked for."),
  source_id: required("VARCHAR", "Source", "Key into sources.")
});
export type LiteratureQueryRow = Row<typeof literatureQueries>;
