import * as v from "valibot";
import type {PaperEntityRow} from "../../src/tables/papers.js";
import {id, list, text} from "./fields.js";

const source_id = "pubtator";

const annotation = v.looseObject({
  infons: v.looseObject({type: text, name: text, accession: text, identifier: text}),
  text
});

/** A paper as PubTator annotates it; its own words are not read. */
export const pubtatorDocument = v.looseObject({
  id,
  passages: list(v.looseObject({annotations: list(annotation)}))
});
export type PubtatorDocument = v.InferOutput<typeof pubtatorDocument>;

/** What the paper names, each once with the number of its mentions; names without an entry of a vocabulary are left out. */
export function entityRows({id: paper_id, passages}: PubtatorDocument): PaperEntityRow[] {
  const rows = new Map<string, PaperEntityRow>();
  for (const {infons} of passages.flatMap(({annotations}) => annotations)) {
    const {type, name, accession, identifier} = infons;
    const entity_id = accession ?? identifier;
    if (type === null || name === null || entity_id === null) continue;
    const key = `${type} ${entity_id}`;
    const known = rows.get(key) ?? {paper_id, entity_type: type, entity_id, entity: name, n_mentions: 0, source_id};
    rows.set(key, {...known, n_mentions: known.n_mentions + 1});
  }
  return [...rows.values()];
}
