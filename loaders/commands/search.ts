import {basename} from "node:path";
import {Command, Option} from "commander";
import {compileQuery, releaseQuery} from "../../src/search/compiled-query.js";
import {SEARCH_MODES, type SearchMode, structureQuery, type StructureQuery} from "../../src/search/structure-query.js";
import {loadRDKit} from "../rdkit.js";
import type {WrittenColumns, WrittenRow} from "../row-writers.js";
import {workInThreads} from "../screen-pool.js";
import type {FoundRow} from "../search-worker.js";
import {type BatchOptions, BatchRun, withBatchOptions} from "./batch-run.js";

const WORKER = new URL("../search-worker.ts", import.meta.url);
const COLUMNS = {
  compound_id: {type: "VARCHAR"},
  source: {type: "VARCHAR"},
  line: {type: "INTEGER"},
  name: {type: "VARCHAR"},
  smiles: {type: "VARCHAR"}
} as const satisfies WrittenColumns;

/**
 * Searches files for a structure and writes the hits with the user's own columns: in the order of the input, or the
 * nearest first.
 *
 * @returns how many hits there are and how many records could not be read
 * @throws in words when the query or an input cannot be read
 */
export async function searchFiles(
  query: StructureQuery,
  inputs: readonly string[],
  options: BatchOptions
): Promise<{hits: number; issues: number}> {
  await checkQuery(query);
  const run = await BatchRun.open(inputs, options);
  async function* found(): AsyncGenerator<WrittenRow> {
    const batches = workInThreads<FoundRow>(run.records(), WORKER, {query}, run.poolOptions());
    for await (const {rows, issues, records, source} of batches) {
      run.addIssues(issues);
      const file = basename(source);
      const recordOf = new Map(records.map((record) => [record.line, record]));
      for (const {line, smiles, similarity} of rows) {
        const {id = null, name = null, data} = recordOf.get(line) ?? {};
        const row = {compound_id: id ?? `${file}:${String(line)}`, source: file, line, name, smiles};
        yield {...row, ...(similarity === null ? {} : {similarity}), ...run.ownCells(data)};
      }
    }
  }
  const isRanked = query.mode === "similar";
  const columns = {...COLUMNS, ...(isRanked ? {similarity: {type: "DOUBLE"} as const} : {})};
  const written = await run.write(columns, isRanked ? nearestFirst(found(), query.most) : found());
  return {hits: written.rows, issues: written.issues};
}

/** All rows, the most similar first; no more than `most` are held on to for long. */
async function* nearestFirst(rows: AsyncIterable<WrittenRow>, most: number | null): AsyncGenerator<WrittenRow> {
  const similarity = (row: WrittenRow): number => Number(row["similarity"]);
  let best: WrittenRow[] = [];
  const keep = (): void => {
    best.sort((a, b) => similarity(b) - similarity(a));
    if (most !== null) best = best.slice(0, most);
  };
  for await (const row of rows) {
    best.push(row);
    if (most !== null && best.length > 2 * most + 1000) keep();
  }
  keep();
  yield* best;
}

/** @throws in words when the query cannot be read, before threads start */
async function checkQuery(query: StructureQuery): Promise<void> {
  const rdkit = await loadRDKit();
  rdkit.disable_logging();
  releaseQuery(compileQuery(rdkit, query));
}

const SHARD = "search part i of n only";

const report = ({hits, issues}: {hits: number; issues: number}): void => {
  console.error(`${String(hits)} hits, ${String(issues)} structures that could not be read`);
};

/** `fumehood search` */
export function searchCommand(): Command {
  const modes = SEARCH_MODES.filter((mode) => mode !== "similar");
  const command = new Command("search")
    .description("find structures by substructure, as the page does; parents are searched, salts taken off")
    .argument("<query>", "SMILES or SMARTS");
  return withBatchOptions(command, SHARD)
    .addOption(new Option("--mode <mode>", "what the structure is asked").choices(modes).default("contains"))
    .action(async (structure: string, inputs: string[], options: BatchOptions & {readonly mode: SearchMode}) => {
      report(await searchFiles(structureQuery({structure, mode: options.mode}), inputs, options));
    });
}

interface SimilarOptions extends BatchOptions {
  readonly metric: StructureQuery["metric"];
  readonly alpha: string;
  readonly beta: string;
  readonly threshold: string;
  readonly top?: string;
}

/** `fumehood similar` */
export function similarCommand(): Command {
  const command = new Command("similar")
    .description("find structures by similarity of Morgan fingerprints (radius 2, 2048 bits), nearest first")
    .argument("<query>", "SMILES");
  return withBatchOptions(command, SHARD)
    .addOption(
      new Option("--metric <metric>", "how alike").choices(["tanimoto", "dice", "tversky"]).default("tanimoto")
    )
    .option("--alpha <weight>", "Tversky: weight of what only the query has", "1")
    .option("--beta <weight>", "Tversky: weight of what only the compound has", "0")
    .option("--threshold <share>", "least similarity, 0-1", "0.5")
    .option("--top <number>", "the nearest so many")
    .action(async (structure: string, inputs: string[], given: SimilarOptions) => {
      const {metric} = given;
      const [alpha, beta, threshold] = [given.alpha, given.beta, given.threshold].map(Number);
      const most = given.top === undefined ? null : Number(given.top);
      const query = {alpha: alpha ?? 1, beta: beta ?? 0, threshold: threshold ?? 0.5, metric, most};
      report(await searchFiles(structureQuery({structure, mode: "similar", ...query}), inputs, given));
    });
}
