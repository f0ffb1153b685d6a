import {existsSync} from "node:fs";
import {join} from "node:path";
import type {CompoundRow} from "../src/tables/compounds.js";
import {compoundScaffolds, scaffolds} from "../src/tables/scaffolds.js";
import {contentKey} from "./content-key.js";
import {readParquet} from "./inputs.js";
import {SCREENING_SOURCES} from "./screen-project.js";
import {makeScaffolds, type ProjectScaffolds} from "./tables/make-scaffolds.js";
import {writeParquet} from "./write-parquet.js";

const SCAFFOLD_SOURCES = [
  ...SCREENING_SOURCES,
  "src/series/parent-scaffold.ts",
  "src/series/ring-removal.ts",
  "src/tables/scaffolds.ts",
  "loaders/scaffold-worker.ts",
  "loaders/scaffolds-of-project.ts",
  "loaders/tables/make-scaffolds.ts"
];

/** Scaffolds of the project's compounds; the outcome is kept until molecules or methods change. */
export async function scaffoldsOfProject(
  compounds: readonly CompoundRow[],
  moleculesFile: string,
  cache = ".cache/screened"
): Promise<ProjectScaffolds> {
  const key = contentKey([moleculesFile, ...SCAFFOLD_SOURCES]);
  const [ownFile, treeFile] = [join(cache, `${key}-own.parquet`), join(cache, `${key}-scaffolds.parquet`)];
  if (existsSync(ownFile) && existsSync(treeFile))
    return {
      compoundScaffolds: await readParquet(compoundScaffolds, ownFile),
      scaffolds: await readParquet(scaffolds, treeFile)
    };
  const made = await makeScaffolds(compounds);
  await writeParquet(ownFile, compoundScaffolds, made.compoundScaffolds);
  await writeParquet(treeFile, scaffolds, made.scaffolds);
  return made;
}
