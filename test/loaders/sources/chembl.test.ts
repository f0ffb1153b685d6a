import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {chembl} from "../../../loaders/sources/chembl.js";
import {readParquet} from "../../../loaders/inputs.js";
import {activities, documents} from "../../../src/tables/activities.js";
import {drugWarnings, indications, mechanisms, moleculeForms} from "../../../src/tables/drug-records.js";
import {drugs} from "../../../src/tables/drugs.js";
import {molecules} from "../../../src/tables/molecules.js";
import type {TestServer} from "../http/test-server.js";
import {makeWorld, startWorld} from "../world/world.js";

let server: TestServer;
beforeAll(async () => {
  server = await startWorld();
});
afterAll(() => server.close());

describe("chembl.fetch(context)", () => {
  it("brings every table of the project's targets", async () => {
    const world = await makeWorld(server);
    const [outcome] = await world.fetch([chembl]);
    expect(outcome).toMatchObject({state: "new", copy: {source: {release: "ChEMBL_37", source_id: "chembl"}}});
    const read = <T extends Parameters<typeof readParquet>[0]>(table: T) =>
      readParquet(table, join(world.rawFolder, `${table.name}.parquet`));
    const measured = await read(activities);
    expect(measured).toHaveLength(17);
    expect(measured[0]).toMatchObject({
      activity_id: 1000,
      target_id: "BRAF",
      standard_relation: ">",
      standard_value_nm: 10_000,
      pchembl_value: null
    });
    expect(measured.filter((row) => row["target_id"] === "MAP2K1")).toHaveLength(5);
    expect(await read(moleculeForms)).toEqual([{form_id: "CHEMBL777", compound_id: "CHEMBL101", source_id: "chembl"}]);
    expect((await read(molecules)).map((row) => [row["set_id"], row["compound_id"]])).toEqual([
      ["measured", "CHEMBL001"],
      ["measured", "CHEMBL101"],
      ["measured", "CHEMBL201"],
      ["measured", "CHEMBL301"],
      ["approved", "CHEMBL001"],
      ["approved", "CHEMBL101"]
    ]);
    expect(await read(drugs)).toMatchObject([
      {compound_id: "CHEMBL001", max_phase: 4, first_approval: 2011, is_project_drug: false},
      {compound_id: "CHEMBL101", max_phase: 4, first_approval: null, is_project_drug: true}
    ]);
    expect(await read(documents)).toEqual([
      {
        ...{document_id: "CHEMBL990", document_type: "PUBLICATION", title: "Inhibitors of a kinase"},
        ...{authors: "Doe J, Roe R.", journal: "J Med Chem", year: 2020, volume: "63", first_page: "1"},
        ...{doi: "10.1000/xyz123", pubmed_id: "12345678", patent_id: null, source_id: "chembl"}
      },
      {
        ...{document_id: "CHEMBL991", document_type: "PATENT", title: "Compounds", authors: null, journal: null},
        ...{year: 2020, volume: null, first_page: null, doi: null, pubmed_id: null, patent_id: "US-1234567-B2"},
        source_id: "chembl"
      }
    ]);
    expect(await read(mechanisms)).toMatchObject([{compound_id: "CHEMBL101", form_id: "CHEMBL777"}]);
    expect(await read(indications)).toMatchObject([
      {disease_id: "EFO_0000756", max_phase: 4, trial_ids: "NCT01006980"}
    ]);
    expect(await read(drugWarnings)).toMatchObject([{warning_type: "Black Box Warning", year: null}]);
    expect(outcome?.copy?.issues).toMatchObject([{input: "CHEMBL401", reason: "has no structure"}]);
  });
});
