import {type Issue, makeIssue} from "../../src/base/issue.js";
import * as tables from "../../src/tables/papers.js";
import type {LiteratureQuery, Project} from "../../src/tables/project.js";
import {chunk} from "../chunk.js";
import {SourceError} from "../http/source-error.js";
import {isMissingSummary, paperRow, pubmedSummary} from "../normalise/pubmed-paper.js";
import {readRecords} from "../normalise/schema-drift.js";
import {EUTILS, SEARCH_WINDOW, searchPubmed, searchUrl, summarisePubmed, type Years} from "./pubmed-eutils.js";
import {type Fetched, type Source, type SourceContext, tableOf} from "./source.js";

const source_id = "pubmed";
/** Counts begin here; earlier papers are in the total only. */
export const FIRST_YEAR = 1980;
const YEARS_PER_BLOCK = 10;
const PAPERS_PER_REQUEST = 200;
/** Three requests a second for one address, ten with a key; a little less is asked. */
const NCBI = {concurrency: 1, gapMs: 350, retries: 5, timeoutMs: 60_000};
const GAP_WITH_KEY_MS = 110;

/** PubMed E-utilities: papers of target and disease, and counts per year of every literature query. */
export const pubmed: Source = {
  id: source_id,
  name: "PubMed",
  url: "https://pubmed.ncbi.nlm.nih.gov/",
  licence: "NLM metadata, free to reuse with credit",
  citation: "Courtesy of the U.S. National Library of Medicine",
  doi: null,
  hosts: {"eutils.ncbi.nlm.nih.gov": NCBI},
  gapMsFor: ({ncbiKey}) => (ncbiKey === null ? NCBI.gapMs : GAP_WITH_KEY_MS),
  tables: [tables.papers, tables.paperCounts, tables.literatureQueries, tables.literatureHits],
  isNeeded: false,
  isOptIn: false,
  plan: ({literature}) =>
    literature.map(({title, query}) => ({
      what: `papers on ${title}`,
      url: searchUrl(query, null, 0, 0),
      size: `1 small request per year since ${String(FIRST_YEAR)}; 1 per ${String(PAPERS_PER_REQUEST)} papers`
    })),
  findRelease: () => Promise.resolve(null),
  fetch: fetchPubmed
};

/** The queries whose papers are listed: those on target and disease together. Of the others only counts are kept. */
export const isListed = ({target, disease}: LiteratureQuery): boolean => target !== null && disease;

async function fetchPubmed(context: SourceContext): Promise<Fetched> {
  const found = new Map<string, Set<string>>();
  const queries: tables.LiteratureQueryRow[] = [];
  const counts: tables.PaperCountRow[] = [];
  const {literature} = context.project;
  for (const [i, item] of literature.entries()) {
    const all = await searchPubmed(context, item.query);
    queries.push({
      query_id: item.id,
      query: item.query,
      translation: all.translation,
      n_total: all.count,
      is_preprint: false,
      source_id
    });
    const years = await countYears(context, item.query);
    counts.push(...countRows(item.id, years, context.today));
    if (isListed(item)) found.set(item.id, new Set(await collectIds(context, item.query, years)));
    context.report("literature queries", i + 1, literature.length);
  }
  const ids = [...new Set([...found.values()].flatMap((some) => [...some]))].sort((a, b) => Number(b) - Number(a));
  const {rows, issues} = await fetchPapers(context, ids);
  return {
    tables: [
      tableOf(tables.papers, rows),
      tableOf(tables.paperCounts, counts),
      tableOf(tables.literatureQueries, queries),
      tableOf(tables.literatureHits, hitRows(found, new Set(rows.map(({paper_id: paperId}) => paperId))))
    ],
    issues,
    warnings: describeUnlisted(context.project)
  };
}

function describeUnlisted({literature}: Project): string[] {
  const unlisted = literature.filter((item) => !isListed(item)).map(({title}) => title);
  return unlisted.length === 0 ? [] : [`only counts, no list of papers, for: ${unlisted.join(", ")}`];
}

/** Papers per year; blocks of years without any are asked once. */
async function countYears(context: SourceContext, term: string): Promise<Map<number, number>> {
  const counts = new Map<number, number>();
  const thisYear = Number(context.today.slice(0, 4));
  for (let from = FIRST_YEAR; from <= thisYear; from += YEARS_PER_BLOCK) {
    const to = Math.min(from + YEARS_PER_BLOCK - 1, thisYear);
    const block = await searchPubmed(context, term, {years: {from, to}});
    for (let year = from; year <= to; year++)
      counts.set(
        year,
        block.count === 0 ? 0 : (await searchPubmed(context, term, {years: {from: year, to: year}})).count
      );
  }
  return counts;
}

const countRows = (queryId: string, years: ReadonlyMap<number, number>, today: string): tables.PaperCountRow[] =>
  [...years].map(([year, n]) => ({
    query_id: queryId,
    year,
    n_papers: n,
    is_preprint: false,
    is_partial: year === Number(today.slice(0, 4)),
    source_id
  }));

/** Runs of years that together stay inside the search window. */
export function sliceYears(years: ReadonlyMap<number, number>): Years[] {
  const slices: {from: number; to: number; count: number}[] = [];
  for (const [year, n] of years) {
    const last = slices.at(-1);
    if (last && last.count + n < SEARCH_WINDOW) Object.assign(last, {to: year, count: last.count + n});
    else slices.push({from: year, to: year, count: n});
  }
  return slices.filter(({count}) => count > 0).map(({from, to}) => ({from, to}));
}

async function collectIds(context: SourceContext, term: string, years: ReadonlyMap<number, number>): Promise<string[]> {
  const ids = new Set<string>();
  for (const slice of sliceYears(years)) {
    const result = await searchPubmed(context, term, {years: slice, size: SEARCH_WINDOW - 1});
    for (const id of result.ids) ids.add(id);
    const wanted = Math.min(result.count, SEARCH_WINDOW - 1);
    if (result.ids.length < wanted)
      throw new SourceError(
        `PubMed counts ${String(wanted)} papers for ${term}, ${String(result.ids.length)} came`,
        null
      );
  }
  return [...ids];
}

async function fetchPapers(context: SourceContext, ids: readonly string[]) {
  const rows: tables.PaperRow[] = [];
  const issues: Issue[] = [];
  for (const some of chunk(ids, PAPERS_PER_REQUEST)) {
    const items = await summarisePubmed(context, some);
    const missing = items.filter(isMissingSummary).length + some.length - items.length;
    if (missing > 0)
      issues.push(makeIssue("PubMed summaries", null, EUTILS, `${String(missing)} papers have no summary`));
    const read = readRecords(
      "PubMed summary",
      pubmedSummary,
      items.filter((item) => !isMissingSummary(item))
    );
    rows.push(...read.records.map(paperRow));
    issues.push(...read.issues);
    context.report("papers", rows.length, ids.length);
  }
  return {rows, issues};
}

const hitRows = (
  found: ReadonlyMap<string, ReadonlySet<string>>,
  known: ReadonlySet<string>
): tables.LiteratureHitRow[] =>
  [...found].flatMap(([query_id, ids]) =>
    [...ids].filter((id) => known.has(id)).map((item_id) => ({query_id, item_id, is_preprint: false, source_id}))
  );
