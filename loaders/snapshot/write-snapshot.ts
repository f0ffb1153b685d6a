import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import {activities, assays, documents} from "../../src/tables/activities.js";
import {drugs} from "../../src/tables/drugs.js";
import {issues} from "../../src/tables/issues.js";
import {molecules} from "../../src/tables/molecules.js";
import {structureAtoms} from "../../src/tables/structure-atoms.js";
import {structures} from "../../src/tables/structures.js";
import {targetEvidence, targetFactors, targets} from "../../src/tables/targets.js";
import {writeParquet} from "../write-parquet.js";
import type {Snapshot} from "./make-snapshot.js";
import {scopeFile, type SnapshotScope} from "./snapshot-scope.js";

/** Writes the tables of a snapshot and the question it answers to a folder, and its sources to a JSON file. */
export async function writeSnapshot(
  snapshot: Snapshot,
  scope: SnapshotScope,
  folder: string,
  sourcesFile: string
): Promise<void> {
  const fileOf = (name: string): string => join(folder, `${name}.parquet`);
  await writeParquet(fileOf(targets.name), targets, snapshot.targets);
  await writeParquet(fileOf(targetEvidence.name), targetEvidence, snapshot.evidence);
  await writeParquet(fileOf(targetFactors.name), targetFactors, snapshot.factors);
  await writeParquet(fileOf(molecules.name), molecules, snapshot.molecules);
  await writeParquet(fileOf(activities.name), activities, snapshot.activities);
  await writeParquet(fileOf(documents.name), documents, snapshot.documents);
  await writeParquet(fileOf(assays.name), assays, snapshot.assays);
  await writeParquet(fileOf(drugs.name), drugs, snapshot.drugs);
  await writeParquet(fileOf(structures.name), structures, snapshot.structures);
  await writeParquet(fileOf(structureAtoms.name), structureAtoms, snapshot.atoms);
  await writeParquet(fileOf(issues.name), issues, snapshot.issues);
  await writeFile(scopeFile(folder), `${JSON.stringify(scope, null, 2)}\n`);
  await writeFile(sourcesFile, `${JSON.stringify(snapshot.sources, null, 2)}\n`);
}
