import {html} from "htl";
import {publicationsPerYear} from "../charts/publications-per-year.js";
import {trialTimeline} from "../charts/trial-timeline.js";
import {openProjectStore} from "../store/project-store.js";
import {literatureByYear} from "../store/queries/literature-by-year.js";
import {papersOfProject, type ProjectPaper} from "../store/queries/papers-of-project.js";
import {type ProjectTrial, trialsOfProject} from "../store/queries/trials-of-project.js";
import {missingEvidence} from "./missing-evidence.js";
import type {TableColumn} from "./table-column.js";
import {virtualTable} from "./virtual-table.js";

/** The Evidence page: publications per year, papers, trials; each says what is missing and which command brings it. */
export async function evidencePage(): Promise<HTMLElement> {
  const store = await openProjectStore();
  const [years, papers, trials] = await Promise.all([
    store.rows(literatureByYear()),
    store.rows(papersOfProject()),
    store.rows(trialsOfProject())
  ]);
  const counted = years.filter(({is_preprint: isPreprint}) => !isPreprint);
  const preprints = years.filter(({is_preprint: isPreprint}) => isPreprint);
  return html`<div class="evidence">
    <h2>How much is published, and is it growing?</h2>
    ${counted.length > 0 ? publicationsPerYear(counted) : missingEvidence("counts of papers per year", "pubmed")}
    ${counted.some(({is_partial: isPartial}) => isPartial) && html`<p class="note">A hollow dot is a year that was not over.</p>`}
    <h2>And before peer review?</h2>
    ${preprints.length > 0 ? publicationsPerYear(preprints) : missingEvidence("preprints", "europepmc")}
    <h2>Which papers are about target and disease?</h2>
    ${papers.length > 0 ? paperTable(papers) : missingEvidence("papers", "pubmed", "europepmc")}
    <h2>Which trials were made, and which stopped?</h2>
    ${trials.length > 0 ? [trialTimeline(trials), trialTable(trials)] : missingEvidence("trials", "clinicaltrials")}
  </div>`;
}

const link = (href: string, words: string): HTMLElement =>
  html`<a href=${href} rel="noreferrer" target="_blank">${words}</a>`;

const paperAddress = ({item_id: id, is_preprint: isPreprint, doi}: ProjectPaper): string =>
  isPreprint && doi !== null ? `https://doi.org/${doi}` : `https://pubmed.ncbi.nlm.nih.gov/${id}/`;

const PAPER_COLUMNS: readonly TableColumn<ProjectPaper>[] = [
  {
    key: "title",
    label: "Title",
    width: 460,
    cell: (row) => link(paperAddress(row), row.title),
    title: (row) => row.title
  },
  {key: "authors", label: "Authors", width: 220, cell: (row) => row.authors, title: (row) => row.authors ?? ""},
  {key: "journal", label: "Journal", width: 160, cell: (row) => row.journal},
  {key: "kind", label: "Kind", width: 80, cell: (row) => (row.is_preprint ? "preprint" : "paper")},
  {key: "published_on", label: "Published", width: 90, cell: (row) => row.published_on},
  {
    key: "n_citations",
    label: "Citations",
    about: "Counted by Europe PMC on the day of retrieval.",
    width: 80,
    align: "right",
    cell: (row) => row.n_citations?.toLocaleString("en") ?? null
  }
];

const TRIAL_COLUMNS: readonly TableColumn<ProjectTrial>[] = [
  {
    key: "trial_id",
    label: "Trial",
    width: 110,
    cell: (row) => link(`https://clinicaltrials.gov/study/${row.trial_id}`, row.trial_id)
  },
  {key: "title", label: "Title", width: 380, cell: (row) => row.title, title: (row) => row.title},
  {key: "stage", label: "Phase", width: 90, cell: (row) => row.stage},
  {key: "status", label: "Status", width: 120, cell: (row) => row.status},
  {
    key: "why_stopped",
    label: "Why stopped",
    width: 220,
    cell: (row) => row.why_stopped,
    title: (row) => row.why_stopped ?? ""
  },
  {key: "interventions", label: "Interventions", width: 220, cell: (row) => row.interventions},
  {key: "started_on", label: "Started", width: 90, cell: (row) => row.started_on},
  {
    key: "n_enrolled",
    label: "Enrolled",
    unit: "people",
    width: 90,
    align: "right",
    cell: (row) => row.n_enrolled?.toLocaleString("en") ?? null
  },
  {key: "sponsor", label: "Sponsor", width: 180, cell: (row) => row.sponsor}
];

const paperTable = (rows: readonly ProjectPaper[]): HTMLElement =>
  sized(
    virtualTable({label: "Papers and preprints", columns: PAPER_COLUMNS, ...listOf(rows), rowKey: (row) => row.item_id})
      .node
  );

const trialTable = (rows: readonly ProjectTrial[]): HTMLElement =>
  sized(virtualTable({label: "Trials", columns: TRIAL_COLUMNS, ...listOf(rows), rowKey: (row) => row.trial_id}).node);

const listOf = <Row>(rows: readonly Row[]) => ({
  rowCount: rows.length,
  getRows: (from: number, to: number): readonly Row[] => rows.slice(from, to)
});

const sized = (table: HTMLElement): HTMLElement => html`<div class="evidence-table">${table}</div>`;
