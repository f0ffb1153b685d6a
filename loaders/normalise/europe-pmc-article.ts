import * as v from "valibot";
import type {PreprintRow} from "../../src/tables/papers.js";
import {id, integer, text} from "./fields.js";
import {plainText} from "./plain-text.js";
import {parsePartialDate} from "./partial-date.js";

/** An article of Europe PMC's lite result. */
export const europePmcArticle = v.looseObject({
  id,
  source: id,
  pmid: text,
  doi: text,
  title: id,
  authorString: text,
  pubYear: integer,
  citedByCount: integer,
  firstPublicationDate: text,
  bookOrReportDetails: v.nullish(v.looseObject({publisher: text}), null)
});
export type EuropePmcArticle = v.InferOutput<typeof europePmcArticle>;

/** A DOI in lower case without the version that preprint servers add. */
export const doiWithoutVersion = (doi: string): string => doi.toLowerCase().replace(/(?<=\d)v\d+$/, "");

export function preprintRow(article: EuropePmcArticle): PreprintRow {
  return {
    preprint_id: article.id,
    title: plainText(article.title).replace(/\.$/, ""),
    authors: article.authorString?.replace(/\.$/, "") ?? null,
    server: article.bookOrReportDetails?.publisher ?? null,
    posted_on: parsePartialDate(article.firstPublicationDate)?.date ?? null,
    year: article.pubYear,
    doi: article.doi === null ? null : doiWithoutVersion(article.doi),
    n_citations: article.citedByCount,
    source_id: "europepmc"
  };
}
