import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {readAssociations} from "../../loaders/snapshot/read-associations.js";
import type {SnapshotSource} from "../../loaders/sources-file.js";
import {readTargetVocabulary} from "../../loaders/target-vocabulary.js";
import {readProject} from "../../loaders/project.js";
import {associationScores} from "../../src/scoring/association-scores.js";
import {makeBoardForTest} from "./board.js";

const FOLDER = "../shared/data/opentargets/associations";
const EXPORTS = [
  ["OT-EFO_0004540-associated-targets-7_30_2025-v25_06.tsv", 523],
  // 1,532 rows, 17 of them a second time.
  ["OT-MONDO_0004976-associated-targets-2_12_2026-v25_12.json", 1515],
  ["OT-EFO_0000729-associated-targets-4_30_2026-v26_03.tsv", 1175]
] as const;

const source: SnapshotSource = {
  ...{source_id: "x", name: "x", release: null, retrieved_on: null, url: "x", query: "x", licence: "x"},
  ...{citation: "x", doi: null, sha256: "", row_count: 0, note: null, file: "x", reader: "associations", subject: null}
};

async function readExport(name: string) {
  const path = join(FOLDER, name);
  return readAssociations({source, project: await readProject(), path, bytes: readFileSync(path)});
}

// Docs and interface give cancer_biomarkers 0.5, the web page 1; none of these exports has evidence of it, so they fit
// either. Every other weight is decided by them.
describe.skipIf(!existsSync(FOLDER))(
  "associationScores(count, scores, options), beside three exports (../shared)",
  () => {
    it.each(EXPORTS)("equals the platform's score in every row of %s", async (name, count) => {
      const {targets, evidence} = await readExport(name);
      const {datasources} = await readTargetVocabulary();
      const weights = Object.fromEntries(datasources.map(({id, weight}) => [id, weight]));
      const ours = associationScores(targets.length, makeBoardForTest(targets, evidence), {weights});
      const errors = targets.map(({platform_score}, i) => Math.abs((platform_score ?? NaN) - (ours[i] ?? NaN)));
      expect(targets).toHaveLength(count);
      expect(Math.max(...errors)).toBeLessThan(1e-12);
      expect(evidence.filter(({datasource_id: id}) => id === "cancer_biomarkers")).toEqual([]);
    });
  }
);
