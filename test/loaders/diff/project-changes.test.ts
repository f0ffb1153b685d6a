import {mkdir, mkdtemp, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {keepBuild, keepLastBuild, projectChanges} from "../../../loaders/diff/project-changes.js";
import {writeDatabase} from "../../../loaders/write-database.js";
import {PUBLISHED_TABLES} from "../../../src/tables/published.js";
import {blankRow} from "../../small-store.js";

const folder = await mkdtemp(join(tmpdir(), "fumehood-"));

/** A database with one target. */
async function write(name: string, score: number): Promise<string> {
  const file = join(folder, name);
  const row = {target_id: "AAA", symbol: "AAA", platform_score: score};
  const tables = PUBLISHED_TABLES.map((table) => ({
    table,
    rows: table.name === "targets" ? [blankRow<object>(table, row)] : []
  }));
  await writeDatabase(file, tables);
  return file;
}
const [one, two] = [await write("one.duckdb", 0.1), await write("two.duckdb", 0.2)];
const freshFolder = (): Promise<string> => mkdtemp(join(folder, "builds-"));

describe("projectChanges(database, builds)", () => {
  it("has nothing to say before there was another build", async () => {
    expect(await projectChanges(one, await freshFolder())).toEqual({changes: null, problem: null});
  });

  it("compares with the build before", async () => {
    const builds = await freshFolder();
    await keepBuild(one, builds);
    const {changes} = await projectChanges(two, builds);
    expect(changes?.targets.map((row) => [row.symbol, row.score_before, row.score_after])).toEqual([["AAA", 0.1, 0.2]]);
  });

  it("looks through a build that was only repeated, to the last one with other data", async () => {
    const builds = await freshFolder();
    await keepBuild(one, builds);
    await projectChanges(two, builds);
    await keepBuild(two, builds);
    const {changes} = await projectChanges(two, builds);
    expect(changes?.targets).toHaveLength(1);
  });

  it("says that nothing changed when no build had other data", async () => {
    const builds = await freshFolder();
    await keepBuild(one, builds);
    expect((await projectChanges(one, builds)).changes?.targets).toEqual([]);
  });

  it("says in words that an earlier build cannot be compared", async () => {
    const builds = await freshFolder();
    await writeFile(join(builds, "last.duckdb"), "not a database");
    const {changes, problem} = await projectChanges(one, builds);
    expect(changes).toBeNull();
    expect(problem).toContain("damaged or no DuckDB database");
  });
});

describe("keepLastBuild(site, builds)", () => {
  it("keeps the database of a built site, under any hash", async () => {
    const [site, builds] = [await freshFolder(), await freshFolder()];
    await mkdir(join(site, "_file/data"), {recursive: true});
    await keepLastBuild(site, builds);
    expect(await projectChanges(two, builds)).toEqual({changes: null, problem: null});
    const file = await write("three.duckdb", 0.3);
    await (await import("node:fs/promises")).copyFile(file, join(site, "_file/data/fumehood.0a1b2c3d.duckdb"));
    await keepLastBuild(site, builds);
    expect((await projectChanges(two, builds)).changes?.targets).toHaveLength(1);
  });
});

describe("keepBuild(database, builds)", () => {
  it("says which database it does not find", async () => {
    await expect(keepBuild(join(folder, "none.duckdb"), folder)).rejects.toThrow("none.duckdb");
  });
});
