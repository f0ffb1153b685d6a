import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {readParquet} from "../../../loaders/inputs.js";
import {chemblBulk} from "../../../loaders/sources/chembl-bulk.js";
import {openTargetsBulk, partNames} from "../../../loaders/sources/open-targets-bulk.js";
import {associations, chemreps} from "../../../src/tables/bulk.js";
import type {Table} from "../../../src/tables/table.js";
import {type Fault, faults, startServer, type TestServer} from "../http/test-server.js";
import {makeBulk, makeParquet} from "../world/bulk.js";
import {makeWorld, type World} from "../world/world.js";

let server: TestServer;
beforeAll(async () => {
  const answer = await makeBulk();
  server = await startServer((asked) => {
    const reply = answer(asked) as {body: unknown} | null;
    return reply;
  });
});
afterAll(() => server.close());

describe("chemblBulk.fetch(context)", () => {
  it("brings all compounds of the release whose checksum is published", async () => {
    const world = await makeWorld(server);
    server.misbehave(faults.dropped, 1, /chemreps/);
    const [outcome] = await world.fetch([chemblBulk]);
    expect(outcome).toMatchObject({state: "new", copy: {source: {release: "chembl_37", row_count: 2}}});
    expect((await readParquet(chemreps, join(world.rawFolder, "chemreps.parquet")))[0]).toMatchObject({smiles: "CCO"});
  });
});

const passing: readonly (readonly [string, Fault])[] = [
  ["429", faults.tooMany],
  ["429 with Retry-After", faults.tooManyRetryAfter],
  ["500", faults.serverError],
  ["503", faults.unavailable],
  ["a dropped connection", faults.dropped]
];
const bulk = [
  {source: chemblBulk, table: chemreps, file: /chemreps\.txt\.gz/, words: /published checksum; run the command again/},
  {source: openTargetsBulk, table: associations, file: /\.parquet/, words: /not a whole Parquet file; run the command/}
];

describe.each(bulk)("$source.id.fetch(context)", ({source, table, file, words}) => {
  it.each(passing)("gives the same rows when it gets %s in between", async (_, fault) => {
    const calm = await makeWorld(server);
    await calm.fetch([source]);
    const rough = await makeWorld(server);
    server.misbehave(fault, 2, file);
    expect((await rough.fetch([source]))[0]).toMatchObject({state: "new"});
    const rows = (world: World) => readParquet<Table>(table, join(world.rawFolder, `${table.name}.parquet`));
    expect(await rows(rough)).toEqual(await rows(calm));
  });

  it.each([
    ["a web page", faults.webPage],
    ["an empty reply", faults.empty],
    ["half a file", faults.truncated]
  ])("refuses %s in place of the file, and takes the right one the next time", async (_, fault) => {
    const world = await makeWorld(server);
    server.misbehave(fault, 1, file);
    const [outcome] = await world.fetch([source]);
    expect(outcome).toMatchObject({state: "failed"});
    expect(outcome?.reason).toMatch(words);
    expect((await world.fetch([source]))[0]).toMatchObject({state: "new"});
  });

  it("keeps the last good copy when it fails later", async () => {
    const world = await makeWorld(server);
    await world.fetch([source]);
    server.misbehave(faults.webPage, 1, file);
    const [outcome] = await world.fetch([source], {refresh: true});
    expect(outcome?.reason).toMatch(/kept the copy of/);
    expect(await readParquet<Table>(table, join(world.rawFolder, `${table.name}.parquet`))).toHaveLength(2);
  });
});

describe("openTargetsBulk.fetch(context)", () => {
  it("names the columns that it expected and those that came", async () => {
    const world = await makeWorld(server);
    const other = await makeParquet("SELECT 'MONDO_1' AS disease, 'ENSG1' AS target");
    server.misbehave((response) => response.end(other), 1, /\.parquet/);
    expect((await world.fetch([openTargetsBulk]))[0]?.reason).toContain(
      "expected diseaseId, targetId, associationScore, got disease, target"
    );
  });

  it("reads the columns of the present and of older releases", async () => {
    const world = await makeWorld(server);
    const [outcome] = await world.fetch([openTargetsBulk]);
    expect(outcome).toMatchObject({state: "new", copy: {source: {release: "26.06"}}});
    expect(await readParquet(associations, join(world.rawFolder, "associations.parquet"))).toEqual([
      {disease_id: "MONDO_1", target_id: "ENSG1", aggregation: "overall", score: 0.5, n_evidence: 3},
      {disease_id: "MONDO_1", target_id: "ENSG1", aggregation: "europepmc", score: 0.25, n_evidence: 2}
    ]);
  });
});

describe("partNames(listing)", () => {
  it("takes each part once and nothing else", () => {
    expect(partNames('<a href="part-1.parquet">x</a><a href="part-1.parquet"></a><a href="_SUCCESS">')).toEqual([
      "part-1.parquet"
    ]);
  });
});
