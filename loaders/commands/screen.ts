import {createWriteStream} from "node:fs";
import {rename} from "node:fs/promises";
import {basename} from "node:path";
import {Readable} from "node:stream";
import {pipeline} from "node:stream/promises";
import {Command} from "commander";
import type {Issue} from "../../src/base/issue.js";
import {DataFields} from "../../src/screening/data-fields.js";
import {compounds, type CompoundRow} from "../../src/tables/compounds.js";
import {type CsvValue, csvLine} from "../../src/tables/to-csv.js";
import {readRecords} from "../read-records.js";
import {screenBatches} from "../screen-pool.js";
import {writeParquet} from "../write-parquet.js";

interface ScreenOptions {
  readonly output: string;
  readonly issues?: string;
  readonly set: string;
  readonly threads?: string;
}

/** Exit code when a file was read and nothing in it was a compound. */
const NOTHING_SCREENED = 2;
const PROGRESS_EVERY = 1000;

/**
 * Screens a file into a table, and what could not be screened into a file of issues beside it.
 *
 * @returns how many records became rows and how many issues
 * @throws when the input cannot be read or the output is neither .parquet nor .csv
 */
export async function screenFile(input: string, options: ScreenOptions): Promise<{rows: number; issues: number}> {
  const write = writerFor(options.output);
  const labels = {setId: options.set, sourceId: options.set};
  const issues: Issue[] = [];
  let rows = 0;
  async function* screened(): AsyncGenerator<readonly CompoundRow[]> {
    const onProgress = reportProgress(Date.now());
    const threads = options.threads === undefined ? {} : {threads: Number(options.threads)};
    const records = readRecords([input], new DataFields());
    for await (const batch of screenBatches(records, labels, {...threads, onProgress})) {
      issues.push(...batch.issues.map((issue) => ({...issue, source: basename(issue.source)})));
      rows += batch.rows.length;
      yield batch.rows;
    }
  }
  await write(options.output, screened());
  await writeIssues(options.issues ?? `${options.output}.issues.csv`, issues);
  return {rows, issues: issues.length};
}

type Batches = AsyncIterable<readonly CompoundRow[]>;

function writerFor(output: string): (output: string, batches: Batches) => Promise<void> {
  if (output.endsWith(".parquet")) return writeRowsAsParquet;
  if (output.endsWith(".csv")) return writeRowsAsCsv;
  throw new Error(`invalid output: ${output}; name a file that ends in .parquet or .csv`);
}

async function writeRowsAsParquet(output: string, batches: Batches): Promise<void> {
  const rows: CompoundRow[] = [];
  for await (const batch of batches) for (const row of batch) rows.push(row);
  await writeParquet(output, compounds, rows);
}

async function writeRowsAsCsv(output: string, batches: Batches): Promise<void> {
  const columns = Object.keys(compounds.columns) as (keyof CompoundRow)[];
  async function* lines(): AsyncGenerator<string> {
    yield `${csvLine(columns)}\n`;
    for await (const batch of batches)
      yield batch.map((row) => `${csvLine(columns.map((column): CsvValue => row[column]))}\n`).join("");
  }
  await writeLines(output, lines());
}

async function writeIssues(output: string, issues: readonly Issue[]): Promise<void> {
  const body = issues.map(({source, line, input, reason}) => `${csvLine([source, line, input, reason])}\n`);
  await writeLines(output, [`${csvLine(["source", "line", "input", "reason"])}\n`, ...body]);
}

/** Writes beside the target and renames, so that a kill leaves no half of a file under its name. */
async function writeLines(output: string, lines: AsyncIterable<string> | Iterable<string>): Promise<void> {
  const partial = `${output}.partial`;
  await pipeline(Readable.from(lines), createWriteStream(partial));
  await rename(partial, output);
}

function reportProgress(start: number): (done: number) => void {
  let next = PROGRESS_EVERY;
  return (done) => {
    if (done < next) return;
    next = done + PROGRESS_EVERY;
    const rate = Math.round(done / ((Date.now() - start) / 1000));
    console.error(`${String(done)} records, ${String(rate)} per second`);
  };
}

/** `fumehood screen` */
export function screenCommand(): Command {
  return new Command("screen")
    .description("screen a SMILES, CSV, TSV or SDF file (also .gz) into a table, as the page does")
    .argument("<input>", "file of structures")
    .requiredOption("-o, --output <file>", "table to write: .parquet or .csv")
    .option("--issues <file>", "CSV of what could not be screened (default: <output>.issues.csv)")
    .option("--set <name>", "name of the compound set", "dropped")
    .option("--threads <number>", "threads to use (default: all cores)")
    .action(async (input: string, options: ScreenOptions) => {
      const {rows, issues} = await screenFile(input, options);
      console.error(`${String(rows)} compounds, ${String(issues)} issues`);
      if (rows === 0 && issues > 0) process.exitCode = NOTHING_SCREENED;
    });
}
