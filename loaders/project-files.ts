import {existsSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {gzipSync} from "node:zlib";
import {type FirstAnswer, firstAnswers} from "../src/store/first-answers.js";
import {clinicalCandidates} from "../src/tables/drug-records.js";
import {paperCounts} from "../src/tables/papers.js";
import {pdbEntries} from "../src/tables/proteins.js";
import {structures} from "../src/tables/structures.js";
import {targetLabels, targetTractability} from "../src/tables/target-cards.js";
import {targetEvidence, targetFactors} from "../src/tables/targets.js";
import {contentKey} from "./content-key.js";
import {readInput, readOptionalInput} from "./inputs.js";
import {makeProjectOverview} from "./project-overview.js";
import {makeProjectTables, type ProjectTables} from "./project-tables.js";
import {makeFingerprints} from "./tables/make-fingerprints.js";
import {makeFirstAnswers} from "./tables/make-first-answers.js";
import {makeTargetBoard} from "./tables/make-target-board.js";
import {POTENT} from "./tables/make-target-facts.js";
import {writeAtomic} from "./write-atomic.js";
import {writeDatabase} from "./write-database.js";

/** The files that a build makes of the inputs, once for all entry points. */
export type ProjectFile =
  `answers/${FirstAnswer}.bin` | "compound-fingerprints.bin" | "fumehood.duckdb" | "overview.json" | "targets.json";

/** What the files depend on: the inputs, and the code that turns them into tables. */
const DEPENDS_ON = [
  "data",
  "loaders",
  "src/base",
  "src/tables",
  "src/chem",
  "src/alerts",
  "src/screening",
  "src/series",
  "src/store"
];
const DATABASE: ProjectFile = "fumehood.duckdb";
/** Written last, when all the others are there. */
const LAST: ProjectFile = "overview.json";

/** Names the folder of the files to every entry point of one build, so that all publish the same moment. */
export const PROJECT_FOLDER_VARIABLE = "FUMEHOOD_PROJECT_FOLDER";

/** The folder of the published files, made now unless an earlier run with the same inputs and code has made it. */
export async function projectFolder(cache = ".cache/project"): Promise<string> {
  const folder = join(cache, contentKey(DEPENDS_ON));
  if (!existsSync(join(folder, LAST))) await makeProjectFiles(folder);
  return folder;
}

/** The path of a published file: of the build under way, else as `projectFolder` finds or makes it. */
export const projectFile = async (name: ProjectFile): Promise<string> =>
  join(process.env[PROJECT_FOLDER_VARIABLE] ?? (await projectFolder()), name);

/** Writes a published file to standard output, for an entry point. */
export async function emitProjectFile(name: ProjectFile): Promise<void> {
  process.stdout.write(await readFile(await projectFile(name)));
}

/** Writes what the build answered to a question to standard output. @param args `--answer=` with its name @throws when no question has it */
export async function emitFirstAnswer(args: readonly string[]): Promise<void> {
  const {answer = ""} = parseArgs({args: [...args], options: {answer: {type: "string"}}}).values;
  const known = Object.keys(firstAnswers) as FirstAnswer[];
  const name = known.find((one) => one === answer);
  if (name === undefined) throw new Error(`invalid answer: ${answer}`);
  await emitProjectFile(`answers/${name}.bin`);
}

/** Scaffolds of the potent compounds: what counts as a series. */
function potentScaffolds({potencies, scaffolds}: ProjectTables): Map<string, string> {
  const potent = new Set(
    potencies.filter(({pchembl_median: value}) => (value ?? 0) >= POTENT).map((row) => row.compound_id)
  );
  const kept = scaffolds.filter((row) => potent.has(row.compound_id));
  return new Map(kept.map((row) => [row.compound_id, row.scaffold]));
}

async function makeProjectFiles(folder: string): Promise<void> {
  const started = Date.now();
  const made = await makeProjectTables();
  const board = makeTargetBoard(made.targets, await readInput(targetEvidence), await readInput(targetFactors), {
    ...{
      scaffolds: potentScaffolds(made),
      labels: await readOptionalInput(targetLabels),
      potencies: made.potencies,
      literature: made.project.literature,
      structures: await readOptionalInput(structures)
    },
    pdbEntries: await readOptionalInput(pdbEntries),
    candidates: await readOptionalInput(clinicalCandidates),
    tractability: await readOptionalInput(targetTractability),
    paperCounts: await readOptionalInput(paperCounts)
  });
  await writeAtomic(join(folder, "targets.json"), JSON.stringify(board));
  await writeAtomic(join(folder, "compound-fingerprints.bin"), gzipSync(await makeFingerprints(made.compounds)));
  await writeDatabase(join(folder, DATABASE), made.tables);
  for (const [name, bytes] of await makeFirstAnswers(join(folder, DATABASE)))
    await writeAtomic(join(folder, `answers/${name}.bin`), gzipSync(bytes));
  await writeAtomic(join(folder, LAST), JSON.stringify(await makeProjectOverview(made)));
  console.error(`made the tables of the project in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
