import * as v from "valibot";
import type {PaperRow} from "../../src/tables/papers.js";
import {id, list, text} from "./fields.js";
import {parsePartialDate} from "./partial-date.js";
import {plainText} from "./plain-text.js";

/** A PubMed summary (version 2.0). `sortpubdate` is used: `pubdate` is free text. */
export const pubmedSummary = v.looseObject({
  uid: id,
  title: id,
  source: text,
  sortpubdate: text,
  authors: list(v.looseObject({name: id})),
  pubtype: list(v.string()),
  articleids: list(v.looseObject({idtype: v.string(), value: text}))
});

/** A record that PubMed has not: status 200, an error inside. */
export const isMissingSummary = (item: unknown): boolean =>
  typeof item === "object" && item !== null && "error" in item;

export function paperRow(summary: v.InferOutput<typeof pubmedSummary>): PaperRow {
  const published = parsePartialDate(summary.sortpubdate);
  const idOf = (type: string): string | null => summary.articleids.find(({idtype}) => idtype === type)?.value ?? null;
  return {
    paper_id: summary.uid,
    title: plainText(summary.title).replace(/\.$/, ""),
    authors: summary.authors.map(({name}) => name).join(", ") || null,
    journal: summary.source,
    year: published ? Number(published.date.slice(0, 4)) : null,
    published_on: published?.date ?? null,
    kinds: summary.pubtype.join("; ") || null,
    doi: idOf("doi")?.toLowerCase() ?? null,
    pmcid: idOf("pmc"),
    source_id: "pubmed"
  };
}
