import * as v from "valibot";
import {clinicalCandidates} from "../../src/tables/drug-records.js";
import * as cards from "../../src/tables/target-cards.js";
import {targetEvidence, targetFactors, targets} from "../../src/tables/targets.js";
import {makeIssue} from "../../src/base/issue.js";
import {chunk} from "../chunk.js";
import {collectPages} from "../http/collect-pages.js";
import type {InBandFailure} from "../http/judge-response.js";
import {SourceError} from "../http/source-error.js";
import type {Http} from "../http.js";
import {id, list} from "../normalise/fields.js";
import {associationRows, openTargetsAssociation} from "../normalise/open-targets-association.js";
import * as card from "../normalise/open-targets-card.js";
import {readEnvelope, readRecords} from "../normalise/schema-drift.js";
import {OPEN_TARGETS_QUERIES as QUERIES} from "./open-targets-queries.js";
import {type Fetched, type FetchedTable, type Source, type SourceContext, tableOf, targetIdOf} from "./source.js";

export const OPEN_TARGETS_API = "https://api.platform.opentargets.org/api/v4/graphql";
/** Largest page: rows tied at a page's end are lost, so the fewer pages the better. */
const PAGE_SIZE = 3000;
const TARGETS_PER_REQUEST = 100;

/** Open Targets GraphQL: associated targets with scores and factors, and the cards of the project's targets. */
export const openTargets: Source = {
  id: "opentargets",
  name: "Open Targets Platform",
  url: "https://platform.opentargets.org/",
  licence: "CC0-1.0",
  citation: "Buniello A. et al. Nucleic Acids Res. 2025, 53, D1467-D1475",
  doi: "10.1093/nar/gkae1128",
  hosts: {"api.platform.opentargets.org": {concurrency: 1, gapMs: 500, retries: 5, timeoutMs: 90_000}},
  tables: [
    targets,
    targetEvidence,
    targetFactors,
    cards.targetTractability,
    cards.targetLabels,
    cards.targetSafety,
    cards.targetConstraint,
    clinicalCandidates
  ],
  isNeeded: true,
  isOptIn: false,
  plan: ({disease, targets: own}) => [
    {
      what: `targets associated with ${disease.name} (${disease.id})`,
      url: OPEN_TARGETS_API,
      size: `1 POST per ${String(PAGE_SIZE)} targets, about 6 MB each, and 1 per ${String(TARGETS_PER_REQUEST)} targets for their details`
    },
    {what: `cards of ${own.map(({symbol}) => symbol).join(", ")}`, url: OPEN_TARGETS_API, size: "1 POST per target"}
  ],
  findRelease: async (http) => {
    const {data} = readEnvelope("Open Targets meta", meta, await ask(http, QUERIES.meta, {}, true));
    return `${data.meta.dataVersion.year}.${data.meta.dataVersion.month}`;
  },
  fetch: fetchOpenTargets
};

const meta = v.looseObject({
  data: v.looseObject({meta: v.looseObject({dataVersion: v.looseObject({year: id, month: id})})})
});

/** GraphQL reports failures with status 200; they do not go away by asking again. */
function findFailure(body: unknown): InBandFailure | null {
  const errors = (body as {errors?: readonly {message?: string}[]} | null)?.errors ?? [];
  if (errors.length === 0) return null;
  return {reason: `the source refused the query: ${errors[0]?.message ?? "no reason given"}`, transient: false};
}

async function ask(http: Http, query: string, variables: object, fresh = false): Promise<unknown> {
  const {body} = await http.request({
    url: OPEN_TARGETS_API,
    body: JSON.stringify({query, variables}),
    headers: {"content-type": "application/json"},
    expect: "json",
    findFailure,
    fresh
  });
  return body;
}

async function fetchOpenTargets(context: SourceContext): Promise<Fetched> {
  const disease = await resolveDisease(context);
  const list = await collectAssociations(context, disease.id);
  const {records, issues} = readRecords("Open Targets association", openTargetsAssociation, list.items);
  const details = await fetchDetails(
    context,
    records.map(({target}) => target.id)
  );
  const accessions = new Map(details.map((item) => [item.id, card.accessionOf(item)]));
  const taken = new Set(context.project.targets.map(({symbol}) => symbol));
  const rows = records.map((record, i) => {
    const {id: ensembl, approvedSymbol} = record.target;
    const place = {sourceRow: i + 1, isSymbolTaken: taken.has(approvedSymbol)};
    taken.add(approvedSymbol);
    return associationRows(record, context.project, accessions.get(ensembl) ?? null, place);
  });
  const keys = new Map(records.map((record, i) => [record.target.id, rows[i]?.target.target_id ?? record.target.id]));
  const ownCards = await fetchCards(context, keys);
  return {
    tables: [
      tableOf(
        targets,
        rows.map(({target}) => target)
      ),
      tableOf(
        targetEvidence,
        rows.flatMap(({evidence}) => evidence)
      ),
      tableOf(
        targetFactors,
        rows.flatMap(({factors}) => factors)
      ),
      ...detailTables(details, keys),
      ...cardTables(ownCards)
    ],
    issues: [
      ...issues,
      ...missingTargets(
        context,
        rows.map(({target}) => target.target_id)
      )
    ],
    warnings: [...disease.warnings, ...list.warnings]
  };
}

interface OwnCard {
  readonly found: card.OpenTargetsCard;
  readonly targetId: string;
}

function detailTables(details: readonly card.OpenTargetsTarget[], keys: ReadonlyMap<string, string>): FetchedTable[] {
  const keyOf = ({id: ensembl}: card.OpenTargetsTarget): string => keys.get(ensembl) ?? ensembl;
  return [
    tableOf(
      cards.targetTractability,
      details.flatMap((item) => card.tractabilityRows(item, keyOf(item)))
    ),
    tableOf(
      cards.targetLabels,
      details.flatMap((item) => card.labelRows(item, keyOf(item)))
    )
  ];
}

const cardTables = (own: readonly OwnCard[]): FetchedTable[] => [
  tableOf(
    cards.targetSafety,
    own.flatMap(({found, targetId}) => card.safetyRows(found, targetId))
  ),
  tableOf(
    cards.targetConstraint,
    own.flatMap(({found, targetId}) => card.constraintRows(found, targetId))
  ),
  tableOf(
    clinicalCandidates,
    own.flatMap(({found, targetId}) => card.candidateRows(found, targetId))
  )
];

const missingTargets = ({project}: SourceContext, found: readonly string[]) =>
  project.targets
    .filter((target) => !found.includes(targetIdOf(target)))
    .map(({symbol}) => makeIssue("Open Targets", null, symbol, `is not associated with ${project.disease.name}`));

const diseaseReply = v.looseObject({data: v.looseObject({disease: v.nullable(v.looseObject({id}))})});
const searchReply = v.looseObject({
  data: v.looseObject({search: v.looseObject({hits: v.array(v.looseObject({id, name: v.string()}))})})
});

/** The disease's id in this release: ids move from EFO to MONDO; then the exact name decides. */
async function resolveDisease({http, project}: SourceContext): Promise<{id: string; warnings: string[]}> {
  const {id: given, name} = project.disease;
  const reply = await ask(http, QUERIES.associations, {id: given, index: 0, size: 1});
  if (readEnvelope("Open Targets disease", diseaseReply, reply).data.disease) return {id: given, warnings: []};
  const hits = readEnvelope("Open Targets search", searchReply, await ask(http, QUERIES.findDisease, {name}));
  const match = hits.data.search.hits.find((hit) => hit.name.toLowerCase() === name.toLowerCase());
  if (match) return {id: match.id, warnings: [`${given} is now ${match.id}; the data are those of ${match.id}`]};
  throw new SourceError(
    `Open Targets knows neither ${given} nor a disease named exactly '${name}'; correct disease in the project file`,
    null
  );
}

const associationPage = v.looseObject({
  data: v.looseObject({
    disease: v.looseObject({
      associatedTargets: v.looseObject({
        count: v.number(),
        rows: v.array(v.looseObject({target: v.looseObject({id})}))
      })
    })
  })
});

function collectAssociations({http, report, project}: SourceContext, diseaseId: string) {
  return collectPages<
    v.InferOutput<typeof associationPage>["data"]["disease"]["associatedTargets"]["rows"][number],
    number
  >({
    what: `targets associated with ${project.disease.name}`,
    first: 0,
    idOf: ({target}) => target.id,
    onPage: (done, total) => {
      report("associated targets", done, total);
    },
    fetchPage: async (index, fresh) => {
      const reply = await ask(http, QUERIES.associations, {id: diseaseId, index, size: PAGE_SIZE}, fresh);
      const {count, rows} = readEnvelope("Open Targets associations", associationPage, reply).data.disease
        .associatedTargets;
      return {items: rows, next: (index + 1) * PAGE_SIZE < count ? index + 1 : null, total: count};
    }
  });
}

const targetsReply = v.looseObject({data: v.looseObject({targets: list(v.nullable(v.looseObject({id})))})});

async function fetchDetails({http, report}: SourceContext, ids: readonly string[]): Promise<card.OpenTargetsTarget[]> {
  const found: card.OpenTargetsTarget[] = [];
  for (const [i, some] of chunk(ids, TARGETS_PER_REQUEST).entries()) {
    const reply = readEnvelope("Open Targets targets", targetsReply, await ask(http, QUERIES.targets, {ids: some}));
    const items = reply.data.targets.filter((item) => item !== null);
    found.push(...readRecords("Open Targets target", card.openTargetsTarget, items).records);
    report("details of targets", Math.min((i + 1) * TARGETS_PER_REQUEST, ids.length), ids.length);
  }
  const place = new Map(ids.map((target, i) => [target, i]));
  return found.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}

const cardReply = v.looseObject({data: v.looseObject({target: v.nullable(v.looseObject({id}))})});

async function fetchCards({http, project, report}: SourceContext, keys: ReadonlyMap<string, string>) {
  const cardsFound: OwnCard[] = [];
  for (const [i, target] of project.targets.entries()) {
    const targetId = targetIdOf(target);
    const ensembl = target.ensembl ?? [...keys].find(([, key]) => key === targetId)?.[0];
    if (ensembl === undefined) continue;
    const {data} = readEnvelope("Open Targets card", cardReply, await ask(http, QUERIES.card, {id: ensembl}));
    if (!data.target) throw new SourceError(`Open Targets does not know ${ensembl} (${target.symbol})`, null);
    cardsFound.push({found: readEnvelope("Open Targets card", card.openTargetsCard, data.target), targetId});
    report("cards of targets", i + 1, project.targets.length);
  }
  return cardsFound;
}
