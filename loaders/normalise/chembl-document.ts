import * as v from "valibot";
import type {DocumentRow} from "../../src/tables/activities.js";
import {id, integer, text} from "./fields.js";

/** Numbers of PubMed come as numbers, or as text. */
const number = v.pipe(
  v.nullish(v.union([v.number(), v.string()]), null),
  v.transform((value) => (value === null ? null : String(value).trim() || null))
);

/** A document as ChEMBL gives it; its abstract is not asked for. */
export const chemblDocument = v.looseObject({
  document_chembl_id: id,
  doc_type: text,
  title: text,
  authors: text,
  journal: text,
  year: integer,
  volume: text,
  first_page: text,
  doi: text,
  pubmed_id: number,
  patent_id: text
});

/** One document: a paper, a patent or a data set. */
export function documentRow(document: v.InferOutput<typeof chemblDocument>): DocumentRow {
  const {title, authors, journal, year, volume, first_page, doi, pubmed_id, patent_id} = document;
  return {
    document_id: document.document_chembl_id,
    document_type: document.doc_type,
    ...{title, authors, journal, year, volume, first_page, doi, pubmed_id, patent_id},
    source_id: "chembl"
  };
}
