import {readdirSync} from "node:fs";
import {describe, expect, it} from "vitest";
import type {Query} from "../../../src/store/store.js";
import {activitiesByYear} from "../../../src/store/queries/activities-by-year.js";
import {activitiesOfCompound} from "../../../src/store/queries/activities-of-compound.js";
import {allAlertRates} from "../../../src/store/queries/alert-rates.js";
import {allIssues} from "../../../src/store/queries/all-issues.js";
import {allSources} from "../../../src/store/queries/all-sources.js";
import {allStructures} from "../../../src/store/queries/all-structures.js";
import {compoundById} from "../../../src/store/queries/compound-by-id.js";
import {compoundsByInchikey} from "../../../src/store/queries/compounds-by-inchikey.js";
import {compoundsBySmiles} from "../../../src/store/queries/compounds-by-smiles.js";
import {dataDictionary} from "../../../src/store/queries/data-dictionary.js";
import {documentsOfCompound} from "../../../src/store/queries/documents-of-compound.js";
import {drugsOnTarget} from "../../../src/store/queries/drugs-on-target.js";
import {percentilesInSet} from "../../../src/store/queries/percentiles-in-set.js";
import {potenciesOfCompound} from "../../../src/store/queries/potencies-of-compound.js";
import {potenciesOfProject} from "../../../src/store/queries/potencies-of-project.js";
import {potenciesOfTarget} from "../../../src/store/queries/potencies-of-target.js";
import {projectScaffolds, projectScaffoldTree} from "../../../src/store/queries/project-scaffolds.js";
import {SQL_EXAMPLES} from "../../../src/store/queries/sql-examples.js";
import {structuresOfTarget} from "../../../src/store/queries/structures-of-target.js";
import {recordsOfActivity} from "../../../src/store/queries/records-of-activity.js";
import {openSmallStore} from "../../small-store.js";

const store = await openSmallStore();
const ask = <Answer>(query: Query<Answer>): Promise<Answer[]> => store.rows(query);

describe("allAlertRates()", () => {
  it("gives each alert with its pattern and how many drugs carry it", async () => {
    expect(await ask(allAlertRates())).toMatchObject([{alert_id: "brenk:0", name: "aniline", n_drugs: 3}]);
  });
});

describe("projectScaffolds()", () => {
  it("gives the scaffold of each compound that has one", async () => {
    expect(await ask(projectScaffolds())).toEqual([{compound_id: "C1", set_id: "a", scaffold: "c1ccncc1"}]);
  });
});

describe("projectScaffoldTree()", () => {
  it("gives parent and framework of each scaffold", async () => {
    expect(await ask(projectScaffoldTree())).toEqual([{scaffold: "c1ccncc1", parent: null, framework: "C1CCCCC1"}]);
  });
});

describe("compoundById(compoundId)", () => {
  it("gives one row per set that holds it", async () => {
    expect((await ask(compoundById("C1"))).map((row) => [row.set_id, row.line])).toEqual([
      ["a", 1],
      ["b", 7]
    ]);
  });

  it("gives no row for an unknown id, whatever it contains", async () => {
    expect(await ask(compoundById("C1' OR 1=1 --"))).toEqual([]);
  });
});

describe("compoundsBySmiles(smiles)", () => {
  it("finds nothing for a structure that is in no set", async () => {
    expect(await ask(compoundsBySmiles("[Xe]"))).toEqual([]);
  });
});

describe("percentilesInSet(setId, values)", () => {
  it("is the share of the set at or below each value", async () => {
    const [row] = await ask(compoundById("C1"));
    const [shares] = await ask(percentilesInSet("a", row!));
    expect(shares?.mw_da).toBeGreaterThan(0);
    expect(Object.values(shares ?? {}).every((share) => share !== null && share >= 0 && share <= 1)).toBe(true);
  });

  it("is missing for a set that does not exist", async () => {
    const [row] = await ask(compoundById("C1"));
    const [shares] = await ask(percentilesInSet("no such set", row!));
    expect(shares?.mw_da).toBeNull();
  });
});

describe("SQL_EXAMPLES", () => {
  it.each(SQL_EXAMPLES)("runs: $title", async ({sql}) => {
    expect(Array.isArray(await ask({sql, parameters: []}))).toBe(true);
  });
});

describe("compoundsByInchikey(inchikey)", () => {
  it("finds the same structure", async () => {
    expect((await ask(compoundsByInchikey("K1"))).map((row) => row.set_id)).toEqual(["a", "b"]);
  });

  it("finds nothing for an empty key", async () => {
    expect(await ask(compoundsByInchikey(""))).toEqual([]);
  });
});

describe("activitiesOfCompound(compoundId)", () => {
  it("gives every record with target, assay and source, by target, the value first, missing last", async () => {
    const rows = await ask(activitiesOfCompound("C1"));
    expect(rows.map((row) => row.activity_id)).toEqual([1, 2, 3, 4, 5]);
    expect(rows[0]).toMatchObject({symbol: "AAA", confidence_score: 9, source_name: "Source"});
  });

  it("gives no row for a compound that was not measured", async () => {
    expect(await ask(activitiesOfCompound("C9"))).toEqual([]);
  });
});

describe("documentsOfCompound(compoundId)", () => {
  it("gives each document once with what was measured in it, the newest first, unknown ones by id and year", async () => {
    const rows = await ask(documentsOfCompound("C1"));
    expect(rows.map((row) => [row.document_id, row.year, row.title, row.doi, row.n_values, row.is_known])).toEqual([
      ["D2", 2021, null, null, 2, false],
      ["D1", 2019, "Inhibitors", "10.1/x", 1, true]
    ]);
    expect(rows.map((row) => row.symbols)).toEqual(["AAA", "AAA"]);
  });

  it("gives no row for a compound whose values name no document", async () => {
    expect(await ask(documentsOfCompound("C2"))).toEqual([]);
  });
});

describe("potenciesOfCompound(compoundId)", () => {
  it("gives one row per target, with the bound where all is censored", async () => {
    const rows = await ask(potenciesOfCompound("C1"));
    expect(rows.map((row) => [row.symbol, row.pchembl_median, row.pchembl_upper_bound])).toEqual([
      ["AAA", 7, null],
      ["BBB", null, 5]
    ]);
  });
});

describe("potenciesOfTarget(targetId)", () => {
  it("gives each compound once, the most potent first, with its structure", async () => {
    const rows = await ask(potenciesOfTarget("id-AAA"));
    expect(rows.map((row) => [row.compound_id, row.smiles])).toEqual([
      ["C2", "CC"],
      ["C1", "C"]
    ]);
  });

  it("keeps a compound whose structure could not be read", async () => {
    expect(await ask(potenciesOfTarget("id-CCC"))).toMatchObject([{compound_id: "C3", smiles: null}]);
  });
});

describe("potenciesOfProject()", () => {
  it("gives the targets of the project only", async () => {
    const rows = await ask(potenciesOfProject());
    expect(rows.map((row) => [row.compound_id, row.symbol])).toEqual([
      ["C1", "AAA"],
      ["C1", "BBB"],
      ["C2", "AAA"]
    ]);
  });
});

describe("recordsOfActivity(symbol, standardType)", () => {
  it("gives the values of one type on one target with assay and paper, limits included, those without a value left out", async () => {
    const rows = await store.rows(recordsOfActivity("AAA", "IC50"));
    expect(
      rows.map(({compound_id, p_value, standard_relation, assay_type}) => [
        compound_id,
        p_value,
        standard_relation,
        assay_type
      ])
    ).toEqual([
      ["C1", 8, "=", "B"],
      ["C1", 6, "=", "B"],
      ["C1", 5, ">", "B"],
      ["C2", 9, "=", "B"]
    ]);
  });

  it("is empty for a target that is not there", async () => {
    expect(await store.rows(recordsOfActivity("ZZZ", "IC50"))).toEqual([]);
  });
});

describe("activitiesByYear(targetId)", () => {
  it("counts values and compounds; records without a year are left out", async () => {
    expect(await ask(activitiesByYear("id-AAA"))).toEqual([
      {document_year: 2020, n_activities: 2, n_compounds: 2},
      {document_year: 2021, n_activities: 2, n_compounds: 1}
    ]);
  });
});

describe("allStructures()", () => {
  it("names the target of each structure, the best resolved first", async () => {
    const rows = await store.rows(allStructures());
    expect(rows.map((row) => [row.structure_id, row.symbol])).toEqual([
      ["2AAA", "AAA"],
      ["1AAA", "AAA"]
    ]);
  });
});

describe("structuresOfTarget(targetId)", () => {
  it("gives the best resolved first, those without a resolution last", async () => {
    expect((await ask(structuresOfTarget("id-AAA"))).map((row) => row.structure_id)).toEqual(["2AAA", "1AAA"]);
  });
});

describe("drugsOnTarget(targetId)", () => {
  it("gives the furthest in the clinic first", async () => {
    expect((await ask(drugsOnTarget("id-AAA"))).map((row) => row.name)).toEqual(["ONE", "TWO"]);
  });
});

describe("dataDictionary()", () => {
  it("is asked of a table of the store", async () => {
    expect(await ask(dataDictionary())).toEqual([]);
  });
});

describe("allSources()", () => {
  it("gives every source", async () => {
    expect((await ask(allSources())).map((row) => row.source_id)).toEqual(["s"]);
  });
});

describe("allIssues()", () => {
  it("gives those of a whole source first", async () => {
    expect((await ask(allIssues())).map((row) => row.line)).toEqual([null, 2]);
  });
});

describe("src/store/queries", () => {
  it("holds one file per question", () => {
    expect(readdirSync("src/store/queries").length).toBeGreaterThanOrEqual(12);
  });
});
