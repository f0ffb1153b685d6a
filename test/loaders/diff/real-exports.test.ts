import {existsSync, readFileSync} from "node:fs";
import {mkdtemp} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {describeChanges} from "../../../loaders/diff/describe-changes.js";
import {findChanges} from "../../../loaders/diff/find-changes.js";
import {readProject} from "../../../loaders/project.js";
import {readAssociations} from "../../../loaders/snapshot/read-associations.js";
import type {SnapshotSource} from "../../../loaders/sources-file.js";
import {writeDatabase} from "../../../loaders/write-database.js";
import {PUBLISHED_TABLES} from "../../../src/tables/published.js";

const FOLDER = "../shared/data/opentargets/associations";
const OLDER = "OT-MONDO_0004976-associated-targets-2_12_2026-v25_12.json";
const NEWER = "OT-EFO_0000729-associated-targets-4_30_2026-v26_03.tsv";

async function writeExport(folder: string, name: string, release: string): Promise<string> {
  const source: SnapshotSource = {
    ...{source_id: "opentargets_associations", name: "Open Targets", release, retrieved_on: null, url: "x", query: "x"},
    ...{licence: "CC0-1.0", citation: "x", doi: null, sha256: name, row_count: 0, note: null},
    ...{file: name, reader: "associations", subject: null}
  };
  const path = join(FOLDER, name);
  const read = readAssociations({source, project: await readProject(), path, bytes: readFileSync(path)});
  const rows: Readonly<Record<string, readonly object[]>> = {
    targets: read.targets,
    target_evidence: read.evidence,
    sources: [source]
  };
  const file = join(folder, `${release}.duckdb`);
  await writeDatabase(
    file,
    PUBLISHED_TABLES.map((table) => ({table, rows: rows[table.name] ?? []}))
  );
  return file;
}

type Raw = Readonly<Record<string, unknown>>;
const repeatedIn = (rows: readonly (readonly [string, number])[]): string[] =>
  rows.map(([symbol]) => symbol).filter((symbol, i, all) => all.indexOf(symbol) !== i);

/** Rows of an export, read once more by other means. */
function rawRows(name: string): [string, number][] {
  const text = readFileSync(join(FOLDER, name), "utf8");
  if (name.endsWith(".json"))
    return (JSON.parse(text) as Raw[]).map((row) => [String(row["symbol"]), Number(row["globalScore"])]);
  const [head = "", ...lines] = text.trim().split("\n");
  const [symbol, score] = ["symbol", "globalScore"].map((column) => head.split("\t").indexOf(column));
  return lines.map((line) => [String(line.split("\t")[symbol!]), Number(line.split("\t")[score!])]);
}

describe.skipIf(!existsSync(FOLDER))(
  "findChanges(before, after), of exports of two releases and diseases (../shared)",
  () => {
    it("names the targets that came, went and moved, as the files say, with the data source that moved them", async () => {
      const folder = await mkdtemp(join(tmpdir(), "fumehood-"));
      const files = [await writeExport(folder, OLDER, "25.12"), await writeExport(folder, NEWER, "26.03")] as const;
      const changes = await findChanges(...files);
      const rows = [rawRows(OLDER), rawRows(NEWER)] as const;
      // A symbol that stands twice may be two genes, which the export does not tell apart.
      const repeated = new Set(rows.flatMap(repeatedIn));
      const [before, after] = rows.map((list) => new Map(list.filter(([symbol]) => !repeated.has(symbol)))) as [
        Map<string, number>,
        Map<string, number>
      ];
      expect(repeated.size).toBe(18);
      const of = (kind: string): string[] =>
        changes.targets
          .filter((row) => row.kind === kind && !repeated.has(row.symbol))
          .map(({symbol}) => symbol)
          .sort();
      expect(of("new")).toEqual([...after.keys()].filter((symbol) => !before.has(symbol)).sort());
      expect(of("gone")).toEqual([...before.keys()].filter((symbol) => !after.has(symbol)).sort());
      const both = [...after.keys()].filter((symbol) => before.has(symbol));
      expect(of("changed")).toEqual(both.filter((symbol) => before.get(symbol) !== after.get(symbol)).sort());
      for (const row of changes.targets.filter(({symbol}) => both.includes(symbol))) {
        expect(row.score_before).toBe(before.get(row.symbol));
        expect(row.score_after).toBe(after.get(row.symbol));
        expect(row.datasource_id).not.toBeNull();
      }
      expect(changes.sources).toMatchObject([{kind: "changed", release_before: "25.12", release_after: "26.03"}]);
      const text = describeChanges(changes);
      expect(text).toContain("opentargets_associations: release 25.12 → 26.03");
      expect(text).toMatch(/Targets: [\d,]+ new, [\d,]+ gone, [\d,]+ changed/);
    });
  }
);
