import {describe, expect, it} from "vitest";
import {potenciesOfCompounds} from "../../../src/store/queries/potencies-of-compounds.js";
import {refusedRows} from "../../../src/store/queries/refused-rows.js";
import {shortlistedCompounds} from "../../../src/store/queries/shortlisted-compounds.js";
import {openSmallStore} from "../../small-store.js";

const store = await openSmallStore();

describe("shortlistedCompounds(ids, inchikeys)", () => {
  it("finds compounds by id or InChIKey, each once though two sets hold it", async () => {
    const rows = await store.rows(shortlistedCompounds(["C2"], ["K1"]));
    expect(rows.map((row) => [row.compound_id, row.set_id])).toEqual([
      ["C1", "a"],
      ["C2", "a"]
    ]);
  });

  it("finds none for no names", async () => {
    expect(await store.rows(shortlistedCompounds([], []))).toEqual([]);
  });
});

describe("potenciesOfCompounds(ids)", () => {
  it("gives potencies on targets of the project only", async () => {
    const rows = await store.rows(potenciesOfCompounds(["C1", "C3"]));
    expect(rows.map((row) => [row.compound_id, row.symbol])).toEqual([
      ["C1", "AAA"],
      ["C1", "BBB"]
    ]);
  });

  it("gives none for no compounds", async () => {
    expect(await store.rows(potenciesOfCompounds([]))).toEqual([]);
  });
});

describe("refusedRows()", () => {
  it("counts rows by reason", async () => {
    expect(await store.rows(refusedRows())).toEqual([{table_name: "t", reason: "r", n: 2}]);
  });
});
