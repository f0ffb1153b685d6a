import * as v from "valibot";
import type {Issue} from "../../src/base/issue.js";
import {paperEntities, type PaperEntityRow, papers} from "../../src/tables/papers.js";
import {chunk} from "../chunk.js";
import {entityRows, pubtatorDocument} from "../normalise/pubtator-document.js";
import {readEnvelope, readRecords} from "../normalise/schema-drift.js";
import {type Fetched, type Source, type SourceContext, tableOf} from "./source.js";

const API = "https://www.ncbi.nlm.nih.gov/research/pubtator3-api";
/** Papers a request. */
const AT_ONCE = 100;

/** PubTator 3: genes, diseases, chemicals and variants named in the papers that PubMed found. */
export const pubtator: Source = {
  id: "pubtator",
  name: "PubTator 3",
  url: "https://www.ncbi.nlm.nih.gov/research/pubtator3/",
  licence: "US government information, free to reuse with credit",
  citation: "Wei C.-H. et al. Nucleic Acids Res. 2024, 52, W540-W546",
  doi: "10.1093/nar/gkae235",
  hosts: {"www.ncbi.nlm.nih.gov": {concurrency: 1, gapMs: 400, retries: 5, timeoutMs: 60_000}},
  tables: [paperEntities],
  isNeeded: false,
  isOptIn: false,
  plan: ({literature}) => [
    {
      what: `what papers name: ${literature.map(({title}) => title).join(", ")}`,
      url: documentsUrl(["{PubMed ids}"]),
      size: `1 request and about 1 MB per ${String(AT_ONCE)} papers found by PubMed`
    }
  ],
  findRelease: () => Promise.resolve(null),
  fetch: fetchPubtator
};

const documentsUrl = (ids: readonly string[]): string => `${API}/publications/export/biocjson?pmids=${ids.join(",")}`;

const reply = v.looseObject({PubTator3: v.array(v.looseObject({id: v.string()}))});

async function fetchPubtator(context: SourceContext): Promise<Fetched> {
  const rows: PaperEntityRow[] = [];
  const issues: Issue[] = [];
  const known = await context.readFetched(papers);
  const groups = chunk(
    known.map(({paper_id: id}) => id),
    AT_ONCE
  );
  for (const [i, ids] of groups.entries()) {
    const {body} = await context.http.request({url: documentsUrl(ids), expect: "json"});
    const {PubTator3: documents} = readEnvelope("PubTator documents", reply, body);
    const read = readRecords("PubTator document", pubtatorDocument, documents);
    rows.push(...read.records.flatMap(entityRows));
    issues.push(...read.issues);
    context.report("papers", Math.min(known.length, (i + 1) * AT_ONCE), known.length);
  }
  return {tables: [tableOf(paperEntities, rows)], issues, warnings: []};
}
