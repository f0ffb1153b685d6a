import * as v from "valibot";
import type {Issue} from "../../src/base/issue.js";
import * as tables from "../../src/tables/papers.js";
import {collectPages} from "../http/collect-pages.js";
import type {InBandFailure} from "../http/judge-response.js";
import {europePmcArticle, type EuropePmcArticle, preprintRow} from "../normalise/europe-pmc-article.js";
import {list} from "../normalise/fields.js";
import {readEnvelope, readRecords} from "../normalise/schema-drift.js";
import {isListed} from "./pubmed.js";
import {type Fetched, type Source, type SourceContext, tableOf} from "./source.js";

const source_id = "europepmc";
const API = "https://www.ebi.ac.uk/europepmc/webservices/rest";
const PAGE_SIZE = 1000;
/** Preprints are indexed from about here. */
const FIRST_PREPRINT_YEAR = 2013;

/** Europe PMC: preprints of all servers, their counts per year, and citations of papers. */
export const europePmc: Source = {
  id: source_id,
  name: "Europe PMC",
  url: "https://europepmc.org/",
  licence: "metadata free to reuse with credit",
  citation: "Rosonovski S. et al. Nucleic Acids Res. 2024, 52, D1668-D1676",
  doi: "10.1093/nar/gkad1085",
  hosts: {"www.ebi.ac.uk": {concurrency: 3, gapMs: 350, retries: 5, timeoutMs: 60_000}},
  tables: [
    tables.preprints,
    tables.paperCitations,
    tables.paperCounts,
    tables.literatureQueries,
    tables.literatureHits
  ],
  isNeeded: false,
  isOptIn: false,
  plan: ({literature}) =>
    literature.map((item) => ({
      what: `preprints on ${item.title}`,
      url: searchUrl(`(${item.query}) AND SRC:PPR`, "*", isListed(item) ? PAGE_SIZE : 1),
      size: isListed(item) ? "1 request per 1,000 preprints or papers, 1 per year" : "1 request per year"
    })),
  findRelease: () => Promise.resolve(null),
  fetch: fetchEuropePmc
};

const searchReply = v.looseObject({
  hitCount: v.number(),
  nextCursorMark: v.nullish(v.string(), null),
  resultList: v.nullish(v.looseObject({result: list(v.looseObject({id: v.string(), source: v.string()}))}), null)
});

/** Wrong parameters are answered with status 200 and an errCode. */
function findFailure(body: unknown): InBandFailure | null {
  const {errCode, errMsg} = body as {errCode?: number; errMsg?: string};
  return errCode === undefined ? null : {reason: `the source says: ${errMsg ?? String(errCode)}`, transient: false};
}

function searchUrl(query: string, cursorMark: string, pageSize: number): string {
  const parameters = {query, format: "json", resultType: "lite", pageSize: String(pageSize), cursorMark};
  return `${API}/search?${new URLSearchParams(parameters).toString()}`;
}

async function search({http}: SourceContext, query: string, cursor: string, pageSize: number, fresh = false) {
  const {body} = await http.request({url: searchUrl(query, cursor, pageSize), expect: "json", findFailure, fresh});
  return readEnvelope("Europe PMC search", searchReply, body);
}

/** All articles of a query; the last page repeats its cursor or has none. */
async function collectArticles(context: SourceContext, query: string, what: string) {
  const found = await collectPages({
    what,
    first: "*",
    idOf: (item: {id: string; source: string}) => `${item.source}:${item.id}`,
    onPage: (done, total) => {
      context.report(what, done, total);
    },
    fetchPage: async (cursor: string, fresh) => {
      const {hitCount, nextCursorMark, resultList} = await search(context, query, cursor, PAGE_SIZE, fresh);
      const isLast = nextCursorMark === null || nextCursorMark === cursor;
      return {items: resultList?.result ?? [], next: isLast ? null : nextCursorMark, total: hitCount};
    }
  });
  return {...readRecords("Europe PMC article", europePmcArticle, found.items), warnings: found.warnings};
}

async function fetchEuropePmc(context: SourceContext): Promise<Fetched> {
  const preprints = new Map<string, EuropePmcArticle>();
  const citations = new Map<string, number>();
  const queries: tables.LiteratureQueryRow[] = [];
  const counts: tables.PaperCountRow[] = [];
  const hits: tables.LiteratureHitRow[] = [];
  const issues: Issue[] = [];
  const warnings: string[] = [];
  for (const item of context.project.literature) {
    const query = `(${item.query}) AND SRC:PPR`;
    const {hitCount: n_total} = await search(context, query, "*", 1);
    queries.push({query_id: item.id, query, translation: null, n_total, is_preprint: true, source_id});
    counts.push(...(await countYears(context, item.id, query)));
    if (!isListed(item)) continue;
    const found = await collectArticles(context, query, `preprints on ${item.title}`);
    const cited = await collectArticles(context, `(${item.query}) AND SRC:MED`, `citations on ${item.title}`);
    for (const article of found.records) {
      preprints.set(article.id, article);
      hits.push({query_id: item.id, item_id: article.id, is_preprint: true, source_id});
    }
    for (const {pmid, citedByCount} of cited.records)
      if (pmid !== null && citedByCount !== null) citations.set(pmid, citedByCount);
    issues.push(...found.issues, ...cited.issues);
    warnings.push(...found.warnings, ...cited.warnings);
  }
  const citationRows = [...citations].map(([paper_id, n_citations]) => ({paper_id, n_citations, source_id}));
  return {
    tables: [
      tableOf(tables.preprints, [...preprints.values()].map(preprintRow)),
      tableOf(tables.paperCitations, citationRows),
      tableOf(tables.paperCounts, counts),
      tableOf(tables.literatureQueries, queries),
      tableOf(tables.literatureHits, hits)
    ],
    issues,
    warnings
  };
}

async function countYears(context: SourceContext, queryId: string, query: string): Promise<tables.PaperCountRow[]> {
  const rows: tables.PaperCountRow[] = [];
  const thisYear = Number(context.today.slice(0, 4));
  for (let year = FIRST_PREPRINT_YEAR; year <= thisYear; year++) {
    const {hitCount} = await search(context, `${query} AND PUB_YEAR:${String(year)}`, "*", 1);
    const is_partial = year === thisYear;
    rows.push({query_id: queryId, year, n_papers: hitCount, is_preprint: true, is_partial, source_id});
  }
  return rows;
}
