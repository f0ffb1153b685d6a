import {basename} from "node:path";
import {Command} from "commander";
import type {Issue} from "../../src/base/issue.js";
import {duplicateColumns} from "../../src/screening/screened-rows.js";
import {compounds} from "../../src/tables/compounds.js";
import {ownNumber} from "../../src/screening/own-column.js";
import {reportProgress} from "../report-progress.js";
import {rowWriter, type WrittenColumns, type WrittenRow} from "../row-writers.js";
import {screenBatches} from "../screen-pool.js";
import {type InputOutline, outlineInput, parseShard, shardRecords, structureFiles} from "../structure-inputs.js";
import {writeIssues} from "../write-issues.js";

/** Options of `fumehood screen`. */
export interface ScreenOptions {
  readonly output: string;
  readonly issues?: string;
  readonly set: string;
  readonly threads?: string;
  readonly shard?: string;
}

/** Exit code when a file was read and nothing in it was a compound. */
const NOTHING_SCREENED = 2;

/**
 * Screens files into a table with the user's own columns, and what could not be screened into a file of issues beside it;
 * rows are written as they come, in the order of the input.
 *
 * @returns how many records became rows and how many issues
 * @throws when an input cannot be read or the output's name asks for no format
 */
export async function screenFiles(
  inputs: readonly string[],
  options: ScreenOptions
): Promise<{rows: number; issues: number}> {
  const write = rowWriter(options.output);
  const shard = options.shard === undefined ? null : parseShard(options.shard);
  const files = await structureFiles(inputs);
  const outline = await outlineInput(files);
  const issues: Issue[] = [];
  let rows = 0;
  async function* screened(): AsyncGenerator<WrittenRow> {
    const onProgress = reportProgress(outline.records / (shard?.of ?? 1));
    const threads = options.threads === undefined ? {} : {threads: Number(options.threads)};
    const labels = {setId: options.set, sourceId: options.set};
    const first = new Map<string, string>();
    for await (const batch of screenBatches(shardRecords(files, shard), labels, {...threads, onProgress})) {
      issues.push(...batch.issues.map((issue) => ({...issue, source: basename(issue.source)})));
      const data = new Map(batch.records.map((record) => [record.line, record.data]));
      for (const row of batch.rows) {
        rows++;
        const duplicate = row.inchikey === "" ? null : (first.get(row.inchikey) ?? null);
        if (duplicate === null && row.inchikey !== "") first.set(row.inchikey, row.compound_id);
        yield {...row, duplicate_of: duplicate, ...ownCells(outline, data.get(row.line))};
      }
    }
  }
  const {duplicate_of} = duplicateColumns;
  const columns: WrittenColumns = {...compounds.columns, duplicate_of, ...outline.columns};
  await write(options.output, columns, screened());
  await writeIssues(options.issues ?? `${options.output}.issues.csv`, issues);
  return {rows, issues: issues.length};
}

/** The user's own data of a row, under our names. */
export function ownCells({columns}: InputOutline, data: readonly (string | null)[] | undefined): WrittenRow {
  const cells = Object.entries(columns).map(([name, {type}], place) => {
    const value = data?.[place] ?? null;
    return [name, value === null || type === "VARCHAR" ? value : ownNumber(value)];
  });
  return Object.fromEntries(cells) as WrittenRow;
}

/** `fumehood screen` */
export function screenCommand(): Command {
  return new Command("screen")
    .description("screen SMILES, CSV, TSV, SDF and Parquet files (also .gz) and folders of them, as the page does")
    .argument("<input...>", "files and folders of structures")
    .requiredOption("-o, --output <file>", "table to write: .parquet, .csv, .sdf or .smi")
    .option("--issues <file>", "CSV of what could not be screened (default: <output>.issues.csv)")
    .option("--set <name>", "name of the compound set", "dropped")
    .option("--threads <number>", "threads to use (default: all cores)")
    .option("--shard <i/n>", "work on part i of n only; duplicates are then named within the part")
    .action(async (inputs: string[], options: ScreenOptions) => {
      const {rows, issues} = await screenFiles(inputs, options);
      console.error(`${String(rows)} compounds, ${String(issues)} issues`);
      if (rows === 0 && issues > 0) process.exitCode = NOTHING_SCREENED;
    });
}
