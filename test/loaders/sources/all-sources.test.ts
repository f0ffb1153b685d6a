import {readdir} from "node:fs/promises";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {readParquet} from "../../../loaders/inputs.js";
import {allSources as sourcesAndBulk} from "../../../loaders/sources/all-sources.js";
import type {Source} from "../../../loaders/sources/source.js";
import * as literature from "../../../src/tables/papers.js";
import {pdbEntries, predictedStructures, proteinFeatures, proteins} from "../../../src/tables/proteins.js";
import {structureAtoms} from "../../../src/tables/structure-atoms.js";
import {structures} from "../../../src/tables/structures.js";
import type {Table} from "../../../src/tables/table.js";
import {trialInterventions, trials} from "../../../src/tables/trials.js";
import {type Fault, faults, type TestServer} from "../http/test-server.js";
import {makeWorld, startWorld, type World} from "../world/world.js";

/** Those that are fetched unless others are named; the bulk files have a test of their own. */
const allSources = sourcesAndBulk.filter(({isOptIn}) => !isOptIn);

let server: TestServer;
let world: World;
beforeEach(async () => {
  server = await startWorld();
  world = await makeWorld(server);
});
afterEach(() => server.close());

const byId = (id: string): Source => allSources.find((source) => source.id === id)!;
const read = async (table: Table): Promise<Readonly<Record<string, unknown>>[]> =>
  readParquet(table, join(world.rawFolder, `${table.name}.parquet`));

describe("the sources", () => {
  it("together fill every table that they name", async () => {
    const outcomes = await world.fetch(allSources);
    expect(
      outcomes.map(({source, state, reason}) => `${source.id} ${state} ${state === "failed" ? reason : ""}`)
    ).toEqual(allSources.map(({id}) => `${id} new `));
    const files = await readdir(world.rawFolder);
    const names = new Set(allSources.flatMap(({tables}) => tables.map(({name}) => `${name}.parquet`)));
    expect([...names].filter((name) => !files.includes(name))).toEqual([]);
  });

  it("pubmed: papers of target and disease, counts of every query", async () => {
    await world.fetch([byId("pubmed")]);
    expect(await read(literature.papers)).toHaveLength(6);
    expect((await read(literature.papers)).at(-1)).toMatchObject({
      paper_id: "30000000",
      title: "Paper number 30000000",
      year: 2018,
      published_on: "2018-04-01",
      doi: "10.1000/30000000"
    });
    const counts = (await read(literature.paperCounts)).filter((row) => row["query_id"] === "braf-disease");
    expect(counts).toHaveLength(47);
    expect(counts.reduce((sum, row) => sum + Number(row["n_papers"]), 0)).toBe(7);
    expect(counts.filter((row) => row["is_partial"] === true).map((row) => row["year"])).toEqual([2026]);
  });

  it("pubtator: what the papers name, each once, no words of theirs", async () => {
    await world.fetch([byId("pubmed"), byId("pubtator")]);
    const rows = await read(literature.paperEntities);
    expect(rows).toHaveLength(12);
    expect(rows.slice(0, 2)).toMatchObject([
      {entity_type: "Gene", entity: "BRAF", n_mentions: 2},
      {entity_type: "Disease", entity: "Melanoma", n_mentions: 1}
    ]);
  });

  it("europepmc and biorxiv: preprints apart, with versions", async () => {
    await world.fetch([byId("europepmc"), byId("biorxiv")]);
    expect(await read(literature.preprints)).toHaveLength(5);
    expect(await read(literature.paperCitations)).toHaveLength(7);
    const versions = await read(literature.preprintVersions);
    expect(versions).toHaveLength(8);
    expect(versions.slice(0, 2)).toMatchObject([{published_doi: null}, {version: 2, published_doi: "10.1000/final"}]);
  });

  it("clinicaltrials: phase, precision of dates, reason of stopping, unknown enrolment", async () => {
    await world.fetch([byId("clinicaltrials")]);
    const rows = await read(trials);
    expect(rows).toHaveLength(9);
    expect(rows[0]).toMatchObject({
      title: "Trial 0 [x]",
      stage: "PHASE_1_2",
      stage_rank: 5,
      why_stopped: "Slow accrual",
      started_on: "2016-07-01",
      start_precision: "month"
    });
    expect([rows[6]?.["n_enrolled"], rows[7]?.["stage"], rows[8]?.["started_on"]]).toEqual([null, null, null]);
    expect(await read(trialInterventions)).toHaveLength(9);
  });

  it("uniprot, rcsb and alphafold: domains, entries, coordinates; two sources share a table", async () => {
    await world.fetch([byId("uniprot"), byId("rcsb"), byId("alphafold")]);
    expect((await read(proteins))[0]).toMatchObject({ensembl_gene_id: "ENSG00000157764", n_residues: 766});
    expect(await read(proteinFeatures)).toHaveLength(2);
    expect(await read(pdbEntries)).toMatchObject([
      {pdb_id: "1UWH", resolution_a: 2.95, ligand_ids: "BAX", pmid: "15035987"},
      {pdb_id: "2L05", resolution_a: null, ligand_ids: null}
    ]);
    expect(await read(predictedStructures)).toMatchObject([{model_id: "AF-P15056-F1", plddt_mean: 72.4}]);
    expect((await read(structures)).map((row) => [row["structure_id"], row["method"]])).toEqual([
      ["1UWH", "X-RAY DIFFRACTION"],
      ["AF-P15056-F1", "prediction"]
    ]);
    expect(await read(structureAtoms)).toHaveLength(8);
  });
});

const passing: readonly (readonly [string, Fault])[] = [
  ["429", faults.tooMany],
  ["429 with Retry-After", faults.tooManyRetryAfter],
  ["500", faults.serverError],
  ["503", faults.unavailable],
  ["a truncated body", faults.truncated],
  ["a web page with 200", faults.webPage],
  ["an empty 200", faults.empty],
  ["a dropped connection", faults.dropped],
  ["a slow drip", faults.slowDrip]
];

/** Sources that ask about what another one brought: that one is fetched first, on a calm day. */
const NEEDED_BEFORE: Readonly<Record<string, string>> = {biorxiv: "europepmc", pubtator: "pubmed"};
const before = ({id}: Source): Source[] =>
  [NEEDED_BEFORE[id]].flatMap((name) => (name === undefined ? [] : byId(name)));

/** Fetches the source alone, with what another brought before at hand. */
async function fetchOne(where: World, source: Source, options: Parameters<World["fetch"]>[1] = {}) {
  const outcomes = await where.fetch([...before(source), source], {only: [source.id], ...options});
  return outcomes[0];
}

for (const source of allSources)
  describe(`${source.id}.fetch(context)`, () => {
    const prepare = (where: World) => where.fetch(before(source));
    beforeEach(async () => {
      if (before(source).length > 0) await prepare(world);
    });

    it("gives the same rows when every kind of failure passes", async () => {
      await fetchOne(world, source);
      const calm = await read(source.tables[0]!);
      const rough = await makeWorld(server);
      if (before(source).length > 0) await prepare(rough);
      for (const [, fault] of passing) server.misbehave(fault, 1);
      const outcome = await fetchOne(rough, {...source, hosts: moreRetries(source)});
      expect(outcome?.state).toBe("new");
      expect(await readParquet(source.tables[0]!, join(rough.rawFolder, `${source.tables[0]!.name}.parquet`))).toEqual(
        calm
      );
    });

    it("keeps the last good copy when it fails later, and says why", async () => {
      await fetchOne(world, source);
      const good = await read(source.tables[0]!);
      server.misbehave(faults.webPage, Infinity);
      const outcome = await fetchOne(world, source, {refresh: true});
      expect(outcome).toMatchObject({state: "failed"});
      expect(outcome?.reason).toMatch(
        /a web page where JSON was expected after \d attempts.*; kept the copy of 2026-01-01/
      );
      expect(await read(source.tables[0]!)).toEqual(good);
    });

    it("names the source, the place, what was expected and what came when the schema changed", async () => {
      server.misbehave(
        faults.changeJson(() => ({surprise: true})),
        Infinity
      );
      const outcome = await fetchOne(world, source);
      expect(outcome?.state).toBe("failed");
      expect(outcome?.reason).toMatch(/: .+: expected .+, got .+/);
    });
  });

const moreRetries = ({hosts}: Source): Source["hosts"] =>
  Object.fromEntries(Object.entries(hosts).map(([host, policy]) => [host, {...policy, retries: 12}]));

describe("the rate at which hosts are asked", () => {
  it.each(allSources.map(({id}) => id))("%s never asks a host sooner than it says", async (id) => {
    const source = byId(id);
    if (before(source).length > 0) await world.fetch(before(source));
    const {times, effects} = world.recordTimes();
    await fetchOne(world, source, {effects});
    const {hosts} = source;
    expect(times.size).toBeGreaterThan(0);
    for (const [host, at] of times)
      expect(at.slice(1).filter((time, i) => time - at[i]! < hosts[host]!.gapMs)).toEqual([]);
  });

  it("asks PubMed more often for a caller with a key", async () => {
    const gap = async (ncbiKey: string | null): Promise<number> => {
      const {times, effects} = (await makeWorld(server)).recordTimes();
      await (await makeWorld(server)).fetch([byId("pubmed")], {effects, caller: {email: null, ncbiKey}});
      const at = [...times.values()].flat();
      return Math.min(...at.slice(1).map((time, i) => time - at[i]!));
    };
    expect([await gap(null), await gap("secret")]).toEqual([350, 110]);
  });
});

describe("sources that answer wrongly with status 200", () => {
  it("opentargets: errors beside the data", async () => {
    server.misbehave(faults.graphqlErrors, Infinity);
    const [outcome] = await world.fetch([byId("opentargets")]);
    expect(outcome?.reason).toContain("the source refused the query: Query is too expensive");
  });

  it("pubmed: a rate limit without the status", async () => {
    const limited = faults.changeJson(() => ({error: "API rate limit exceeded", count: "4", limit: "3"}));
    server.misbehave(limited, 2);
    expect((await world.fetch([byId("pubmed")]))[0]?.state).toBe("new");
  });

  it("pubmed: a phrase that was not found is not dropped in silence", async () => {
    const lost = faults.changeJson((body) => {
      const result = body["esearchresult"] as object;
      return {...body, esearchresult: {...result, errorlist: {phrasesnotfound: ["p.E1317Q"], fieldsnotfound: []}}};
    });
    server.misbehave(lost, Infinity);
    const [outcome] = await world.fetch([byId("pubmed")]);
    expect(outcome?.reason).toContain('PubMed did not find p.E1317Q and would leave it out of: "melanoma"');
  });

  it("europepmc: an error code in the body", async () => {
    server.misbehave(
      faults.changeJson(() => ({errCode: 404, errMsg: "Invalid page size"})),
      Infinity
    );
    expect((await world.fetch([byId("europepmc")]))[0]?.reason).toContain("the source says: Invalid page size");
  });

  it("chembl: a page that repeats the first is asked again, and refused when it stays", async () => {
    const first = faults.changeJson((body) => {
      const items = body["activities"] as Record<string, unknown>[];
      return {...body, activities: items.map((item, i) => ({...item, activity_id: 1000 + i}))};
    });
    server.misbehave(first, 1, /activity\.json.*offset=4/);
    expect((await world.fetch([byId("chembl")]))[0]?.state).toBe("new");
    const other = await makeWorld(server);
    server.misbehave(first, Infinity, /activity\.json.*offset=4/);
    const [outcome] = await other.fetch([byId("chembl")]);
    expect(outcome?.reason).toContain("page 2 of activities of BRAF only repeats earlier ones");
  });

  it("clinicaltrials: a count that is not reached", async () => {
    const short = faults.changeJson((body) => ("totalCount" in body ? {...body, totalCount: 100} : body));
    server.misbehave(short, Infinity, /studies/);
    const [outcome] = await world.fetch([byId("clinicaltrials")]);
    expect(outcome?.reason).toContain("the source counts 100 trials: All, 9 different ones came");
  });
});
