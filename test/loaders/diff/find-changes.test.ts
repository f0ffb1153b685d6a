import {mkdtemp} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {describeChanges} from "../../../loaders/diff/describe-changes.js";
import {findChanges} from "../../../loaders/diff/find-changes.js";
import {writeDatabase} from "../../../loaders/write-database.js";
import {PUBLISHED_TABLES} from "../../../src/tables/published.js";
import {blankRow} from "../../small-store.js";

const folder = await mkdtemp(join(tmpdir(), "fumehood-"));
const write = async (name: string, rows: Readonly<Record<string, readonly object[]>>): Promise<string> => {
  const file = join(folder, name);
  const made = PUBLISHED_TABLES.map((table) => ({
    table,
    rows: (rows[table.name] ?? []).map((row) => blankRow<object>(table, row))
  }));
  await writeDatabase(file, made);
  return file;
};
const target = (symbol: string, score: number) => ({target_id: symbol, symbol, platform_score: score});
const potency = (id: string, median: number | null) => ({
  compound_id: id,
  target_id: "AAA",
  standard_type: "IC50",
  pchembl_median: median
});

const older = await write("older.duckdb", {
  sources: [{source_id: "s", release: "1", sha256: "x"}],
  targets: [target("AAA", 0.5), target("BBB", 0.4), target("OLD", 0.1)],
  target_evidence: [
    {target_id: "AAA", datasource_id: "gwas", score: 0.2},
    {target_id: "AAA", datasource_id: "impc", score: 0.3}
  ],
  compounds: [
    {compound_id: "C1", set_id: "a", smiles: "C"},
    {compound_id: "C2", set_id: "a", smiles: "CC"}
  ],
  potencies: [potency("C1", 7), potency("C2", 6), potency("C4", null)],
  trials: [{trial_id: "N1", status: "RECRUITING"}]
});
const newer = await write("newer.duckdb", {
  sources: [{source_id: "s", release: "2", sha256: "y"}],
  targets: [target("AAA", 0.3), target("BBB", 0.4), target("NEW", 0.2)],
  target_evidence: [
    {target_id: "AAA", datasource_id: "gwas", score: 0.1},
    {target_id: "AAA", datasource_id: "eva", score: 0.7}
  ],
  compounds: [
    {compound_id: "C1", set_id: "a", smiles: "N"},
    {compound_id: "C3", set_id: "a", smiles: "CCC"}
  ],
  potencies: [potency("C1", 8), potency("C3", 9), potency("C4", 5)],
  trials: [{trial_id: "N1", status: "TERMINATED"}]
});
const changes = await findChanges(older, newer);

describe("findChanges(before, after)", () => {
  it("names a source with another release", () => {
    expect(changes.sources).toMatchObject([{kind: "changed", release_before: "1", release_after: "2"}]);
  });

  it("names the targets that moved, came and went, the largest change first, and the source that moved most", () => {
    expect(changes.targets).toMatchObject([
      {kind: "changed", symbol: "AAA", rank_before: 1, rank_after: 2, datasource_id: "eva", datasource_before: null},
      {kind: "new", symbol: "NEW", score_before: null, datasource_id: null},
      {kind: "gone", symbol: "OLD", score_after: null}
    ]);
  });

  it("names compounds that came, went or have another structure", () => {
    expect(changes.compounds.map((row) => [row.kind, row.compound_id])).toEqual([
      ["changed", "C1"],
      ["gone", "C2"],
      ["new", "C3"]
    ]);
  });

  it("names potencies that changed, came or went, also from missing to known", () => {
    expect(changes.potencies.map((row) => [row.kind, row.compound_id, row.pchembl_after])).toEqual([
      ["changed", "C1", 8],
      ["new", "C3", 9],
      ["gone", "C2", null],
      ["changed", "C4", 5]
    ]);
  });

  it("names a trial with another status", () => {
    expect(changes.trials).toMatchObject([{trial_id: "N1", status_before: "RECRUITING", status_after: "TERMINATED"}]);
  });

  it("finds nothing between a database and itself", async () => {
    const same = await findChanges(older, older);
    expect(Object.values(same).flat()).toEqual([]);
  });

  it("says which file is missing", async () => {
    await expect(findChanges("nowhere.duckdb", newer)).rejects.toThrow("no database nowhere.duckdb");
  });

  it("says which file is no database", async () => {
    await expect(findChanges(older, "package.json")).rejects.toThrow("cannot read package.json: it is damaged");
  });
});

describe("describeChanges(changes)", () => {
  it("counts each kind, and shows missing as a dash", () => {
    const text = describeChanges(changes);
    expect(text).toContain("Targets: 1 new, 1 gone, 1 changed");
    expect(text).toContain("new     NEW: score – → 0.20, rank – → 3");
  });

  it("says that nothing changed", () => {
    const empty = {sources: [], targets: [], compounds: [], potencies: [], trials: []};
    expect(describeChanges(empty)).toContain("Targets: no change");
  });
});
