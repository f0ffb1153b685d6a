import * as v from "valibot";
import {type Issue, makeIssue} from "../../src/base/issue.js";
import {pdbEntries, type PdbEntryRow} from "../../src/tables/proteins.js";
import {structureAtoms, type StructureAtomRow} from "../../src/tables/structure-atoms.js";
import {structures, type StructureRow} from "../../src/tables/structures.js";
import {chunk} from "../chunk.js";
import {collectPages} from "../http/collect-pages.js";
import type {InBandFailure} from "../http/judge-response.js";
import {list} from "../normalise/fields.js";
import {parsePdbEntry} from "../normalise/pdb-entry.js";
import {pdbEntryRow, rcsbEntry} from "../normalise/rcsb-entry.js";
import {readEnvelope, readRecords} from "../normalise/schema-drift.js";
import {type Fetched, type Source, type SourceContext, tableOf, targetIdOf} from "./source.js";

const SEARCH = "https://search.rcsb.org/rcsbsearch/v2/query";
const DATA = "https://data.rcsb.org/graphql";
const PAGE_SIZE = 1000;
const ENTRIES_PER_REQUEST = 100;
const policy = {concurrency: 2, gapMs: 150, retries: 5, timeoutMs: 100_000};
const fileUrl = (pdbId: string): string => `https://files.rcsb.org/download/${pdbId}.pdb`;

/** RCSB PDB: all experimental structures of the targets, and the coordinates of those named in the project. */
export const rcsb: Source = {
  id: "rcsb",
  name: "RCSB PDB",
  url: "https://www.rcsb.org/",
  licence: "CC0-1.0",
  citation: "Berman H. M. et al. Nucleic Acids Res. 2000, 28, 235-242",
  doi: "10.1093/nar/28.1.235",
  hosts: {"search.rcsb.org": policy, "data.rcsb.org": policy, "files.rcsb.org": policy},
  tables: [pdbEntries, structures, structureAtoms],
  isNeeded: false,
  isOptIn: false,
  plan: ({targets, structures: chosen}) => [
    ...targets.map(({symbol}) => ({
      what: `structures of ${symbol}`,
      url: SEARCH,
      size: `1 POST, and 1 per ${String(ENTRIES_PER_REQUEST)} entries`
    })),
    ...chosen.map(({id}) => ({what: `coordinates of ${id}`, url: fileUrl(id), size: "about 0.3 MB"}))
  ],
  findRelease: () => Promise.resolve(null),
  fetch: fetchRcsb
};

const attribute = "rcsb_polymer_entity_container_identifiers.reference_sequence_identifiers";
const exactly = (field: string, value: string) => ({
  type: "terminal",
  service: "text",
  parameters: {attribute: `${attribute}.${field}`, operator: "exact_match", value}
});

/** Accession and database in a group of their own: apart they may match on different references. */
const searchBody = (accession: string, start: number): string =>
  JSON.stringify({
    query: {
      type: "group",
      logical_operator: "and",
      nodes: [exactly("database_accession", accession), exactly("database_name", "UniProt")]
    },
    return_type: "entry",
    request_options: {paginate: {start, rows: PAGE_SIZE}, results_content_type: ["experimental"]}
  });

export const RCSB_QUERY = `query Entries($ids: [String!]!) {
  entries(entry_ids: $ids) {
    rcsb_id
    struct { title }
    exptl { method }
    rcsb_entry_info { resolution_combined }
    rcsb_accession_info { initial_release_date }
    rcsb_primary_citation { pdbx_database_id_PubMed pdbx_database_id_DOI }
    nonpolymer_entities { rcsb_nonpolymer_entity_container_identifiers { nonpolymer_comp_id } }
  }
}`;

const headers = {"content-type": "application/json"};
const searchReply = v.nullable(
  v.looseObject({total_count: v.number(), result_set: v.array(v.looseObject({identifier: v.string()}))})
);
const entriesReply = v.looseObject({data: v.looseObject({entries: list(v.nullable(v.looseObject({})))})});

function findFailure(body: unknown): InBandFailure | null {
  const errors = (body as {errors?: readonly {message?: string}[]} | null)?.errors ?? [];
  if (errors.length === 0) return null;
  return {reason: `the source refused the query: ${errors[0]?.message ?? "no reason given"}`, transient: false};
}

/** Ids of the entries that contain a protein; no hits are status 204 with an empty body. */
async function findEntries({http}: SourceContext, accession: string, symbol: string) {
  return collectPages<{identifier: string}, number>({
    what: `structures of ${symbol}`,
    first: 0,
    idOf: ({identifier}) => identifier,
    fetchPage: async (start, fresh) => {
      const request = {url: SEARCH, body: searchBody(accession, start), headers, absent: [204], fresh};
      const {body} = await http.request({...request, expect: "json"});
      const page = readEnvelope("RCSB search", searchReply, body);
      const items = page?.result_set ?? [];
      const total = page?.total_count ?? 0;
      return {items, total, next: start + items.length < total ? start + items.length : null};
    }
  });
}

async function fetchRcsb(context: SourceContext): Promise<Fetched> {
  const entries: PdbEntryRow[] = [];
  const issues: Issue[] = [];
  const warnings: string[] = [];
  for (const [i, target] of context.project.targets.entries()) {
    const found = await findEntries(context, target.uniprot, target.symbol);
    warnings.push(...found.warnings);
    for (const ids of chunk(found.items.map(({identifier}) => identifier).sort(), ENTRIES_PER_REQUEST)) {
      const body = JSON.stringify({query: RCSB_QUERY, variables: {ids}});
      const reply = await context.http.request({url: DATA, body, headers, expect: "json", findFailure});
      const {data} = readEnvelope("RCSB entries", entriesReply, reply.body);
      const read = readRecords(
        "RCSB entry",
        rcsbEntry,
        data.entries.filter((entry) => entry !== null)
      );
      entries.push(...read.records.map((record) => pdbEntryRow(record, targetIdOf(target))));
      issues.push(...read.issues);
    }
    context.report("targets", i + 1, context.project.targets.length);
  }
  entries.sort((a, b) => a.target_id.localeCompare(b.target_id) || a.pdb_id.localeCompare(b.pdb_id));
  const coordinates = await fetchCoordinates(context, issues);
  return {tables: [tableOf(pdbEntries, entries), ...coordinates], issues, warnings};
}

async function fetchCoordinates({http, project}: SourceContext, issues: Issue[]) {
  const rows: StructureRow[] = [];
  const atoms: StructureAtomRow[] = [];
  for (const {id, target} of project.structures) {
    const {body} = await http.request({url: fileUrl(id), expect: "text", absent: [404]});
    if (body === null) {
      issues.push(makeIssue("RCSB file", null, id, "has no file in PDB format: too large, or no such entry"));
      continue;
    }
    const entry = parsePdbEntry(String(body), {structureId: id, targetId: target, sourceId: "rcsb"});
    rows.push(entry.structure);
    atoms.push(...entry.atoms);
  }
  return [tableOf(structures, rows), tableOf(structureAtoms, atoms)];
}
