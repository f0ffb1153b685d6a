import * as v from "valibot";
import type {Issue} from "../../src/base/issue.js";
import type {TrialQuery} from "../../src/tables/project.js";
import {trialHits, trialInterventions, trials} from "../../src/tables/trials.js";
import {type Collected, collectPages} from "../http/collect-pages.js";
import {SourceError} from "../http/source-error.js";
import {readEnvelope, readRecords} from "../normalise/schema-drift.js";
import {interventionRows, registryStudy, type RegistryStudy, trialRow} from "../normalise/trial.js";
import {type Fetched, type Source, type SourceContext, tableOf} from "./source.js";

const source_id = "clinicaltrials";
const API = "https://clinicaltrials.gov/api/v2";
const PAGE_SIZE = 1000;
const FIELDS = [
  ...["NCTId", "BriefTitle", "OverallStatus", "WhyStopped", "StartDate", "PrimaryCompletionDate", "CompletionDate"],
  ...["LeadSponsorName", "LeadSponsorClass", "Condition", "StudyType", "Phase", "EnrollmentCount"],
  ...["InterventionName", "InterventionType"]
];

/** ClinicalTrials.gov: trials of the project's trial queries, with phase, status, dates and why they stopped. */
export const clinicalTrials: Source = {
  id: source_id,
  name: "ClinicalTrials.gov",
  url: "https://clinicaltrials.gov/",
  licence: "US government information, free to reuse with credit",
  citation: "ClinicalTrials.gov, U.S. National Library of Medicine",
  doi: null,
  hosts: {"clinicaltrials.gov": {concurrency: 1, gapMs: 1_000, retries: 5, timeoutMs: 60_000}},
  tables: [trials, trialInterventions, trialHits],
  isNeeded: false,
  isOptIn: false,
  plan: (project) =>
    project.trials.map((query) => ({
      what: `trials: ${query.title} in ${query.condition}`,
      url: studiesUrl(query, null),
      size: "1 request and about 1.5 MB per 1,000 trials"
    })),
  findRelease: async (http) => {
    const {body} = await http.request({url: `${API}/version`, expect: "json", fresh: true});
    return readEnvelope("ClinicalTrials.gov version", version, body).dataTimestamp;
  },
  fetch: fetchTrials
};

const version = v.looseObject({dataTimestamp: v.pipe(v.string(), v.nonEmpty())});

const studiesReply = v.looseObject({
  studies: v.array(
    v.looseObject({protocolSection: v.looseObject({identificationModule: v.looseObject({nctId: v.string()})})})
  ),
  nextPageToken: v.nullish(v.string(), null),
  totalCount: v.nullish(v.number(), null)
});
type Study = v.InferOutput<typeof studiesReply>["studies"][number];

function studiesUrl({condition, intervention}: TrialQuery, pageToken: string | null): string {
  const query = new URLSearchParams({"query.cond": condition, fields: FIELDS.join(","), pageSize: String(PAGE_SIZE)});
  if (intervention !== null) query.set("query.intr", intervention);
  if (pageToken === null) query.set("countTotal", "true");
  else query.set("pageToken", pageToken);
  return `${API}/studies?${query.toString()}`;
}

async function fetchTrials(context: SourceContext): Promise<Fetched> {
  const found = new Map<string, RegistryStudy>();
  const hits: {query_id: string; trial_id: string; source_id: string}[] = [];
  const issues: Issue[] = [];
  const warnings: string[] = [];
  for (const query of context.project.trials) {
    const list = await collectStudies(context, query);
    const {records, issues: wrong} = readRecords("ClinicalTrials.gov study", registryStudy, list.items);
    issues.push(...wrong);
    warnings.push(...list.warnings);
    for (const study of records) {
      const {nctId} = study.protocolSection.identificationModule;
      found.set(nctId, study);
      hits.push({query_id: query.id, trial_id: nctId, source_id});
    }
  }
  const studies = [...found.values()];
  return {
    tables: [
      tableOf(trials, studies.map(trialRow)),
      tableOf(trialInterventions, studies.flatMap(interventionRows)),
      tableOf(trialHits, hits)
    ],
    issues,
    warnings
  };
}

/** Page tokens die when the registry refreshes its data: then the whole walk is made again. */
async function collectStudies(context: SourceContext, query: TrialQuery): Promise<Collected<Study>> {
  try {
    return await walkStudies(context, query, false);
  } catch (error) {
    if (error instanceof SourceError && error.message.startsWith("HTTP 400") && error.message.includes("pageToken"))
      return walkStudies(context, query, true);
    throw error;
  }
}

function walkStudies({http, report}: SourceContext, query: TrialQuery, allFresh: boolean): Promise<Collected<Study>> {
  return collectPages<Study, string | typeof FIRST_PAGE>({
    what: `trials: ${query.title}`,
    first: FIRST_PAGE,
    idOf: ({protocolSection}) => protocolSection.identificationModule.nctId,
    onPage: (done, total) => {
      report(`trials: ${query.title}`, done, total);
    },
    fetchPage: async (token, fresh) => {
      const url = studiesUrl(query, token === FIRST_PAGE ? null : token);
      const {body} = await http.request({url, expect: "json", fresh: fresh || allFresh});
      const page = readEnvelope("ClinicalTrials.gov studies", studiesReply, body);
      return {items: page.studies, next: page.nextPageToken, total: page.totalCount};
    }
  });
}

const FIRST_PAGE = Symbol("first page");
