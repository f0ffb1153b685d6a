import {html} from "htl";
import {formatCount} from "../base/format-number.js";
import {publicationsPerYear} from "../charts/publications-per-year.js";
import {publicationTrend, TREND_YEARS, type PublicationTrend} from "../scoring/publication-trend.js";
import type {EvidenceScore} from "../store/queries/evidence-scores.js";
import type {LiteratureYear} from "../store/queries/literature-by-year.js";
import type {MeasuredYear} from "../store/queries/measured-by-year.js";
import type {LiteratureQuery, Project} from "../tables/project.js";
import type {TargetVocabulary} from "../tables/target-vocabulary.js";
import type {FactCell} from "./facts-table.js";
import {factsTable, questionSection} from "./facts-table.js";
import {missingEvidence} from "./missing-evidence.js";

/** What the trend is made of. */
export interface TrendData {
  readonly project: Project;
  readonly vocabulary: TargetVocabulary;
  readonly years: readonly LiteratureYear[];
  readonly measured: readonly MeasuredYear[];
  readonly scores: readonly EvidenceScore[];
  readonly width: number;
}

/** How much is published on targets, disease and both, whether it grows, and what else the data know of it. */
export function evidenceTrend(data: TrendData): HTMLElement {
  const papers = data.years.filter(({is_preprint: isPreprint}) => !isPreprint);
  const preprints = data.years.filter(({is_preprint: isPreprint}) => isPreprint);
  return html<HTMLElement>`<div class="evidence-trend">
    ${questionSection(
      "How much is published, and is it growing?",
      papers.length > 0 ? trendOf(data, papers, "Papers") : missingEvidence("counts of papers per year", "pubmed")
    )}
    ${questionSection(
      "And before peer review?",
      preprints.length > 0 ? trendOf(data, preprints, "Preprints") : missingEvidence("preprints", "europepmc")
    )}
    ${questionSection("What does the platform find in literature and clinic?", ...scoreTable(data))}
    ${questionSection("How much chemistry is published on the targets?", ...chemistry(data))}
  </div>`;
}

const KINDS: readonly {readonly label: string; readonly holds: (query: LiteratureQuery) => boolean}[] = [
  {label: "Disease", holds: ({target, disease}) => target === null && disease},
  {label: "Targets", holds: ({target, disease}) => target !== null && !disease},
  {label: "Targets in the disease", holds: ({target, disease}) => target !== null && disease},
  {label: "Other questions", holds: ({target, disease}) => target === null && !disease}
];

function trendOf({project, width}: TrendData, years: readonly LiteratureYear[], counted: string): Node {
  const trends = new Map(
    project.literature.map(({id}) => [id, publicationTrend(years.filter((row) => row.query_id === id))])
  );
  const titled = project.literature.flatMap(({id, title}) =>
    years.filter((row) => row.query_id === id).map((row) => ({...row, query: title}))
  );
  const rows = KINDS.flatMap(({holds}) => project.literature.filter(holds)).map((query) =>
    trendRow(project, query, trends)
  );
  return html.fragment`
    ${factsTable(
      [
        "Question",
        counted,
        "First year",
        `Last ${String(TREND_YEARS)} years`,
        "Growth",
        "New",
        "Of the target's",
        "Of the disease's"
      ],
      rows
    )}
    <p class="note">
      Growth: the last ${String(TREND_YEARS)} full years to the ${String(TREND_YEARS)} before, with its 95 % interval.
      New: part of all that appeared since. A hollow dot is a year that was not over; it is left out of the growth.
    </p>
    <figure>${publicationsPerYear(titled, {width, counted})}</figure>`;
}

function trendRow(
  {literature}: Project,
  query: LiteratureQuery,
  trends: ReadonlyMap<string, PublicationTrend>
): FactCell[] {
  const trend = trends.get(query.id);
  const totalOf = (found: LiteratureQuery | undefined): number | null =>
    (found && trends.get(found.id)?.n_total) ?? null;
  const isBoth = query.target !== null && query.disease;
  const ofTarget = totalOf(literature.find(({target, disease}) => target === query.target && !disease));
  const ofDisease = totalOf(literature.find(({target, disease}) => target === null && disease));
  const share = (whole: number | null): FactCell =>
    !isBoth ? "" : whole === null || whole === 0 || !trend ? null : percent(trend.n_total / whole);
  return [
    query.title,
    count(trend?.n_total ?? null),
    text(trend?.first_year ?? null),
    count(trend?.n_recent ?? null),
    growthWords(trend),
    trend?.recent_share == null ? null : percent(trend.recent_share),
    share(ofTarget),
    share(ofDisease)
  ];
}

const num = (words: string): HTMLElement => html`<span class="num">${words}</span>`;
const count = (value: number | null): FactCell => (value === null ? null : num(formatCount(value)));
const text = (value: number | null): FactCell => (value === null ? null : num(String(value)));
const percent = (part: number): HTMLElement => num(`${(100 * part).toPrecision(2)} %`);

function growthWords(trend: PublicationTrend | undefined): FactCell {
  const growth = trend?.growth;
  if (!growth) return null;
  const times = (value: number): string => value.toFixed(value < 10 ? 2 : 0);
  return num(`× ${times(growth.ratio)} (${times(growth.lower)}–${times(growth.upper)})`);
}

function scoreTable({scores, vocabulary}: TrendData): (Node | string)[] {
  const ids = [...new Set(scores.map(({datasource_id: id}) => id))].filter((id) =>
    scores.some((row) => row.datasource_id === id && row.n_targets > 0)
  );
  if (ids.length === 0) return [missingEvidence("evidence scores", "opentargets")];
  const label = (id: string): string => vocabulary.datasources.find((source) => source.id === id)?.label ?? id;
  const rows = [...new Set(scores.map(({symbol}) => symbol))].map((symbol): FactCell[] => [
    html`<a href=${`./target/${symbol}`}>${symbol}</a>`,
    ...ids.flatMap((id): FactCell[] => {
      const row = scores.find((one) => one.symbol === symbol && one.datasource_id === id);
      return row?.score == null
        ? [null, null]
        : [num(row.score.toFixed(2)), num(`${String(row.place)} of ${formatCount(row.n_targets)}`)];
    })
  ]);
  return [
    factsTable(["Target", ...ids.flatMap((id) => [`${label(id)}, score`, "place"])], rows),
    html`<p class="note">
      Open Targets data-source scores of target and disease, 0 to 1. A score grows with every finding, so it also says
      how much was looked at. Hatched: the source has no evidence, which is not evidence of none.
    </p>`
  ];
}

function chemistry({measured, width}: TrendData): (Node | string)[] {
  if (measured.length === 0) return [missingEvidence("measured compounds", "chembl")];
  const last = Math.max(...measured.map(({year}) => year));
  const counts = measured.map(({symbol, year, n_compounds: n}) => ({
    query: symbol,
    year,
    n_papers: n,
    is_partial: year === last
  }));
  return [
    html`<figure>${publicationsPerYear(counts, {width, counted: "Compounds measured"})}</figure>`,
    html`<p class="note">
      Compounds with a measurement published in the year. The last year is not complete in the source: hollow.
    </p>`
  ];
}
