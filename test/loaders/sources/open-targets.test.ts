import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {readParquet} from "../../../loaders/inputs.js";
import {openTargets} from "../../../loaders/sources/open-targets.js";
import {clinicalCandidates} from "../../../src/tables/drug-records.js";
import {targetConstraint, targetLabels, targetSafety, targetTractability} from "../../../src/tables/target-cards.js";
import {targetEvidence, targetFactors, targets} from "../../../src/tables/targets.js";
import type {TestServer} from "../http/test-server.js";
import {smallProject} from "../world/project.js";
import {makeWorld, startWorld} from "../world/world.js";

let server: TestServer;
beforeAll(async () => {
  server = await startWorld();
});
afterAll(() => server.close());

describe("openTargets.fetch(context)", () => {
  it("brings associations, factors and cards; what is absent has no row", async () => {
    const world = await makeWorld(server);
    const [outcome] = await world.fetch([openTargets]);
    expect(outcome).toMatchObject({state: "new", copy: {source: {release: "26.06"}}});
    const read = <T extends Parameters<typeof readParquet>[0]>(table: T) =>
      readParquet(table, join(world.rawFolder, `${table.name}.parquet`));
    const rows = await read(targets);
    expect(rows.map((row) => [row["target_id"], row["in_project"], row["uniprot_accession"]])).toEqual([
      ["BRAF", true, "P15056"],
      ["MAP2K1", true, "Q02750"],
      ["NRAS", false, "P00002"],
      ["CDKN2A", false, "P00003"],
      ["KIT", false, "P00004"]
    ]);
    expect(await read(targetEvidence)).toHaveLength(6);
    expect((await read(targetFactors)).map((row) => row["target_id"])).not.toContain("CDKN2A");
    expect(await read(targetTractability)).toHaveLength(10);
    expect(
      (await read(targetLabels)).slice(0, 2).map((row) => `${String(row["kind"])}: ${String(row["label"])}`)
    ).toEqual(["Target class: Enzyme", "Location: Cytosol"]);
    expect((await read(targetSafety))[0]).toMatchObject({effects: "inhibition, general", tissues: "heart"});
    expect((await read(targetConstraint))[0]).toMatchObject({variant_kind: "lof", oe_upper: 0.23, upper_bin6: 0});
    expect(await read(clinicalCandidates)).toMatchObject([
      {name: "VEMURAFENIB", stage_rank: 11, trial_ids: "NCT01006980", why_stopped: "slow accrual"},
      {target_id: "MAP2K1"}
    ]);
  });

  it("follows a disease to its new id by its exact name, and says so", async () => {
    const world = await makeWorld(server);
    const project = {...smallProject, disease: {id: "EFO_0000756", name: "melanoma"}};
    const [outcome] = await world.fetch([openTargets], {project});
    expect(outcome?.reason).toBe("EFO_0000756 is now MONDO_0005105; the data are those of MONDO_0005105");
  });

  it("refuses a disease that the platform does not know", async () => {
    const world = await makeWorld(server);
    const project = {...smallProject, disease: {id: "EFO_1", name: "no such disease"}};
    const [outcome] = await world.fetch([openTargets], {project});
    expect(outcome).toMatchObject({state: "failed", copy: null});
    expect(outcome?.reason).toContain("knows neither EFO_1 nor a disease named exactly 'no such disease'");
  });
});
