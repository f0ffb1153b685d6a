import {Command} from "commander";
import {duplicateColumns} from "../../src/screening/screened-rows.js";
import {compounds} from "../../src/tables/compounds.js";
import type {WrittenColumns, WrittenRow} from "../row-writers.js";
import {screenBatches} from "../screen-pool.js";
import {type BatchOptions, BatchRun, withBatchOptions} from "./batch-run.js";

/** Options of `fumehood screen`. */
export interface ScreenOptions extends BatchOptions {
  readonly set: string;
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
  const run = await BatchRun.open(inputs, options);
  async function* screened(): AsyncGenerator<WrittenRow> {
    const labels = {setId: options.set, sourceId: options.set};
    const first = new Map<string, string>();
    for await (const {rows, issues, records} of screenBatches(run.records(), labels, run.poolOptions())) {
      run.addIssues(issues);
      const data = new Map(records.map((record) => [record.line, record.data]));
      for (const row of rows) {
        const duplicate = row.inchikey === "" ? null : (first.get(row.inchikey) ?? null);
        if (duplicate === null && row.inchikey !== "") first.set(row.inchikey, row.compound_id);
        yield {...row, duplicate_of: duplicate, ...run.ownCells(data.get(row.line))};
      }
    }
  }
  const {duplicate_of} = duplicateColumns;
  const columns: WrittenColumns = {...compounds.columns, duplicate_of};
  return run.write(columns, screened());
}

/** `fumehood screen` */
export function screenCommand(): Command {
  const command = new Command("screen").description(
    "screen SMILES, CSV, TSV, SDF and Parquet files (also .gz) and folders of them, as the page does"
  );
  return withBatchOptions(command, "work on part i of n only; duplicates are then named within the part")
    .option("--set <name>", "name of the compound set", "dropped")
    .action(async (inputs: string[], options: ScreenOptions) => {
      const {rows, issues} = await screenFiles(inputs, options);
      console.error(`${String(rows)} compounds, ${String(issues)} issues`);
      if (rows === 0 && issues > 0) process.exitCode = NOTHING_SCREENED;
    });
}
