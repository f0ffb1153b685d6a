import * as v from "valibot";
import type {PreprintVersionRow} from "../../src/tables/papers.js";
import {doiWithoutVersion} from "./europe-pmc-article.js";
import {id, integer, text} from "./fields.js";

/** A version of a preprint as bioRxiv and medRxiv give it; "NA" means missing. */
export const biorxivVersion = v.looseObject({
  doi: id,
  version: v.pipe(integer, v.number()),
  date: id,
  server: id,
  license: text,
  category: text,
  published: text
});

export function versionRow(item: v.InferOutput<typeof biorxivVersion>): PreprintVersionRow {
  return {
    doi: doiWithoutVersion(item.doi),
    version: item.version,
    posted_on: item.date,
    server: item.server,
    licence: item.license,
    category: item.category,
    published_doi: item.published === "NA" ? null : item.published,
    source_id: "biorxiv"
  };
}
