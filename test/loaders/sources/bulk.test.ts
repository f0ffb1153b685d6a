import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {readParquet} from "../../../loaders/inputs.js";
import {chemblBulk} from "../../../loaders/sources/chembl-bulk.js";
import {openTargetsBulk, partNames} from "../../../loaders/sources/open-targets-bulk.js";
import {associations, chemreps} from "../../../src/tables/bulk.js";
import {faults, startServer, type TestServer} from "../http/test-server.js";
import {makeBulk} from "../world/bulk.js";
import {makeWorld} from "../world/world.js";

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

describe("openTargetsBulk.fetch(context)", () => {
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
