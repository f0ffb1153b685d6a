import * as v from "valibot";
import {type Issue, makeIssue} from "../../src/base/issue.js";
import {preprints, preprintVersions, type PreprintVersionRow} from "../../src/tables/papers.js";
import {biorxivVersion, versionRow} from "../normalise/biorxiv-version.js";
import {list} from "../normalise/fields.js";
import {readEnvelope, readRecords} from "../normalise/schema-drift.js";
import {type Fetched, type Source, type SourceContext, tableOf} from "./source.js";

const API = "https://api.biorxiv.org";
/** DOI prefixes of both servers. */
const PREFIXES = ["10.1101/", "10.64898/"];

/** bioRxiv and medRxiv: the versions of preprints that Europe PMC found. There is no search by text. */
export const biorxiv: Source = {
  id: "biorxiv",
  name: "bioRxiv and medRxiv",
  url: "https://www.biorxiv.org/",
  licence: "per preprint",
  citation: "Sever R. et al. bioRxiv 2019, 833400",
  doi: "10.1101/833400",
  hosts: {"api.biorxiv.org": {concurrency: 1, gapMs: 1_000, retries: 3, timeoutMs: 60_000}},
  tables: [preprintVersions],
  isNeeded: false,
  isOptIn: false,
  plan: ({literature}) => [
    {
      what: `versions of the preprints on ${literature.map(({title}) => title).join(", ")}`,
      url: `${API}/details/biorxiv/{doi}/na/json`,
      size: "1 request per preprint found by Europe PMC, 1 a second"
    }
  ],
  findRelease: () => Promise.resolve(null),
  fetch: fetchBiorxiv
};

const detailsReply = v.looseObject({
  messages: v.array(v.looseObject({status: v.string()})),
  collection: list(v.looseObject({}))
});

async function fetchBiorxiv(context: SourceContext): Promise<Fetched> {
  const rows: PreprintVersionRow[] = [];
  const issues: Issue[] = [];
  const known = await context.readFetched(preprints);
  const wanted = known.filter(({doi}) => PREFIXES.some((prefix) => doi?.startsWith(prefix)));
  for (const [i, {doi, server}] of wanted.entries()) {
    const name = server?.toLowerCase() === "medrxiv" ? "medrxiv" : "biorxiv";
    const url = `${API}/details/${name}/${doi ?? ""}/na/json`;
    const {body} = await context.http.request({url, expect: "json"});
    const {messages, collection} = readEnvelope("bioRxiv details", detailsReply, body);
    if (messages[0]?.status !== "ok")
      issues.push(makeIssue("bioRxiv details", null, doi ?? "", messages[0]?.status ?? "no status"));
    const read = readRecords("bioRxiv version", biorxivVersion, collection);
    rows.push(...read.records.map(versionRow));
    issues.push(...read.issues);
    context.report("preprints", i + 1, wanted.length);
  }
  return {tables: [tableOf(preprintVersions, rows)], issues, warnings: []};
}
