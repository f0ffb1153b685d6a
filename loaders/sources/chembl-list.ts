import * as v from "valibot";
import {chunk} from "../chunk.js";
import {type Collected, collectPages} from "../http/collect-pages.js";
import {id} from "../normalise/fields.js";
import {readEnvelope} from "../normalise/schema-drift.js";
import type {SourceContext} from "./source.js";

export const CHEMBL_API = "https://www.ebi.ac.uk/chembl/api/data";

/** Records per page; the server clamps larger pages in silence. */
const PAGE_SIZE = 1000;
/** Ids per `__in` filter: keeps addresses short enough for GET. */
const IDS_PER_REQUEST = 100;

/** A list resource: the key of its records in the JSON, and the field that identifies one. */
export interface ChemblList {
  readonly resource: string;
  readonly key: string;
  readonly idField: string;
  /** True when filters join other tables: then the server's count holds records several times. */
  readonly hasDoubtfulCount?: boolean;
}

const envelope = (key: string) =>
  v.looseObject({
    [key]: v.array(v.looseObject({})),
    page_meta: v.looseObject({offset: v.number(), total_count: v.number()})
  });

type Item = Readonly<Record<string, unknown>>;

/** Address of a list, ordered by its id so that pages do not shift. */
export function chemblUrl(list: ChemblList, filters: Readonly<Record<string, string>>, offset = 0): string {
  const query = new URLSearchParams({
    ...filters,
    limit: String(PAGE_SIZE),
    offset: String(offset),
    order_by: list.idField
  });
  return `${CHEMBL_API}/${list.resource}.json?${query.toString()}`;
}

/** All records of a list. Pages are walked by offset: the reply's own `next` is absent in some cases. */
export function collectChembl(
  {http, report}: SourceContext,
  list: ChemblList,
  filters: Readonly<Record<string, string>>,
  what: string
): Promise<Collected<Item>> {
  return collectPages<Item, number>({
    what,
    first: 0,
    idOf: (item) => String(item[list.idField]),
    onPage: (done, total) => {
      report(what, done, total);
    },
    fetchPage: async (offset, fresh) => {
      const {body} = await http.request({url: chemblUrl(list, filters, offset), expect: "json", fresh});
      const page = readEnvelope(`ChEMBL ${list.resource} page`, envelope(list.key), body);
      const items = page[list.key] as readonly Item[];
      const meta = page.page_meta as {offset: number; total_count: number};
      const end = meta.offset + items.length;
      return {items, next: end < meta.total_count ? end : null, total: list.hasDoubtfulCount ? null : meta.total_count};
    }
  });
}

/** As `collectChembl`, for the records of many ids, asked in pieces. */
export async function collectChemblByIds(
  context: SourceContext,
  list: ChemblList,
  filter: string,
  ids: readonly string[],
  extra: Readonly<Record<string, string>> = {}
): Promise<{readonly items: readonly Item[]; readonly warnings: readonly string[]}> {
  const found = new Map<string, Item>();
  const warnings: string[] = [];
  for (const [i, some] of chunk(ids, IDS_PER_REQUEST).entries()) {
    const filters = {...extra, [`${filter}__in`]: some.join(",")};
    const quiet = {...context, report: () => undefined};
    const part = await collectChembl(quiet, list, filters, `${list.resource} records`);
    for (const item of part.items) found.set(String(item[list.idField]), item);
    warnings.push(...part.warnings);
    context.report(`${list.resource} records`, Math.min((i + 1) * IDS_PER_REQUEST, ids.length), ids.length);
  }
  return {items: [...found.values()], warnings};
}

/** The release, from the status; a source that is not up is not used. */
export const chemblStatus = v.looseObject({chembl_db_version: id, status: v.literal("UP")});
