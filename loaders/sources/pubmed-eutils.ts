import * as v from "valibot";
import type {InBandFailure} from "../http/judge-response.js";
import {SourceError} from "../http/source-error.js";
import {list} from "../normalise/fields.js";
import {readEnvelope} from "../normalise/schema-drift.js";
import type {SourceContext} from "./source.js";

export const EUTILS = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils";

/** PubMed answers only for the first 9,999 records of a query. */
export const SEARCH_WINDOW = 9_999;

const count = v.pipe(v.string(), v.digits(), v.transform(Number));

const searchReply = v.looseObject({
  esearchresult: v.looseObject({
    count,
    idlist: list(v.string()),
    querytranslation: v.nullish(v.string(), null),
    errorlist: v.nullish(v.looseObject({phrasesnotfound: list(v.string()), fieldsnotfound: list(v.string())}), null)
  })
});

/** Years a search is limited to, both included. */
export interface Years {
  readonly from: number;
  readonly to: number;
}

export interface SearchResult {
  readonly count: number;
  readonly ids: readonly string[];
  /** How PubMed understood the query. */
  readonly translation: string | null;
}

/** Failures come with any status: a rate limit is worth waiting for, the rest is not. */
export function findNcbiFailure(body: unknown): InBandFailure | null {
  const {error, esearchresult} = body as {error?: unknown; esearchresult?: {ERROR?: string}};
  if (error !== undefined) {
    const words = typeof error === "string" ? error : JSON.stringify(error);
    return {reason: `the source says: ${words}`, transient: /rate limit/i.test(words)};
  }
  return esearchresult?.ERROR === undefined
    ? null
    : {reason: `the source says: ${esearchresult.ERROR}`, transient: false};
}

const callerParameters = ({caller}: Pick<SourceContext, "caller">): Record<string, string> => ({
  tool: "fumehood",
  ...(caller.email === null ? {} : {email: caller.email}),
  ...(caller.ncbiKey === null ? {} : {api_key: caller.ncbiKey})
});

export function searchUrl(term: string, years: Years | null, start: number, size: number): string {
  const range = years && {datetype: "pdat", mindate: String(years.from), maxdate: String(years.to)};
  const query = {db: "pubmed", term, retmode: "json", retstart: String(start), retmax: String(size), ...range};
  return `${EUTILS}/esearch.fcgi?${new URLSearchParams(query).toString()}`;
}

/**
 * Searches PubMed.
 *
 * @throws SourceError when PubMed did not find a phrase: it would drop it and answer another question
 */
export async function searchPubmed(
  context: SourceContext,
  term: string,
  {years = null, start = 0, size = 0}: {years?: Years | null; start?: number; size?: number} = {}
): Promise<SearchResult> {
  const url = `${searchUrl(term, years, start, size)}&${new URLSearchParams(callerParameters(context)).toString()}`;
  const {body} = await context.http.request({url, expect: "json", findFailure: findNcbiFailure});
  const result = readEnvelope("PubMed search", searchReply, body).esearchresult;
  const lost = [...(result.errorlist?.phrasesnotfound ?? []), ...(result.errorlist?.fieldsnotfound ?? [])];
  if (lost.length > 0 && result.count > 0)
    throw new SourceError(`PubMed did not find ${lost.join(", ")} and would leave it out of: ${term}`, url);
  return {count: result.count, ids: result.idlist, translation: result.querytranslation};
}

const summaryReply = v.looseObject({result: v.looseObject({uids: v.array(v.string())})});

/** Summaries in the order of `ids`: the reply is keyed by id in another order. */
export async function summarisePubmed(context: SourceContext, ids: readonly string[]): Promise<unknown[]> {
  const parameters = {db: "pubmed", id: ids.join(","), retmode: "json", version: "2.0", ...callerParameters(context)};
  const {body} = await context.http.request({
    url: `${EUTILS}/esummary.fcgi`,
    body: new URLSearchParams(parameters).toString(),
    headers: {"content-type": "application/x-www-form-urlencoded"},
    expect: "json",
    findFailure: findNcbiFailure
  });
  const {result} = readEnvelope("PubMed summaries", summaryReply, body);
  return ids.flatMap((id) => (id in result ? [result[id]] : []));
}
