import {basename} from "node:path";
import {type Command, InvalidArgumentError} from "commander";
import type {Issue} from "../../src/base/issue.js";
import {ownNumber} from "../../src/screening/own-column.js";
import {reportProgress} from "../report-progress.js";
import {type RowWriter, rowWriter, type WrittenColumns, type WrittenRow} from "../row-writers.js";
import type {PoolOptions, SourceRecords} from "../screen-pool.js";
import {
  type InputOutline,
  outlineInput,
  parseShard,
  type Shard,
  shardRecords,
  structureFiles
} from "../structure-inputs.js";
import {writeIssues} from "../write-issues.js";

/** What `fumehood screen`, `search` and `similar` can be told alike. */
export interface BatchOptions {
  readonly output: string;
  /** File of what could not be taken; beside the output unless told. */
  readonly issues?: string;
  readonly threads?: string;
  readonly shard?: string;
}

/** The arguments and options that the three commands share. @param shard what a shard means to the command */
export const withBatchOptions = (command: Command, shard: string): Command =>
  command
    .argument("<input...>", "files and folders of structures: SMILES, CSV, TSV, SDF, Parquet, also .gz")
    .requiredOption("-o, --output <file>", "table to write: .parquet, .csv, .sdf or .smi")
    .option("--issues <file>", "CSV of what could not be taken (default: <output>.issues.csv)")
    .option("--threads <number>", "threads to use (default: all cores)", threadCount)
    .option("--shard <i/n>", shard);

/** @throws InvalidArgumentError when it is no whole number above 0 */
function threadCount(text: string): string {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError(`invalid threads: ${text}`);
  return text;
}

/** Files of structures, or a part of them, on their way into one table. */
export class BatchRun {
  /** The user's own columns, and how many records there are. */
  readonly outline: InputOutline;
  readonly #files: readonly string[];
  readonly #options: BatchOptions;
  readonly #shard: Shard | null;
  readonly #write: RowWriter;
  readonly #issues: Issue[] = [];

  /** @throws when the output's name asks for no format, the shard cannot be read or an input is not there */
  static async open(inputs: readonly string[], options: BatchOptions): Promise<BatchRun> {
    const write = rowWriter(options.output);
    const shard = options.shard === undefined ? null : parseShard(options.shard);
    const files = await structureFiles(inputs);
    return new BatchRun(write, shard, files, await outlineInput(files), options);
  }

  private constructor(
    write: RowWriter,
    shard: Shard | null,
    files: readonly string[],
    outline: InputOutline,
    options: BatchOptions
  ) {
    this.#write = write;
    this.#shard = shard;
    this.#files = files;
    this.outline = outline;
    this.#options = options;
  }

  /** The records of the part that is worked on. */
  records(): AsyncGenerator<SourceRecords> {
    return shardRecords(this.#files, this.#shard);
  }

  /** How threads are used, and progress told on stderr. */
  poolOptions(): PoolOptions {
    const onProgress = reportProgress(this.outline.records / (this.#shard?.of ?? 1));
    const {threads} = this.#options;
    return threads === undefined ? {onProgress} : {threads: Number(threads), onProgress};
  }

  /** Keeps what could not be taken; files are named without their folders. */
  addIssues(issues: readonly Issue[]): void {
    for (const issue of issues) this.#issues.push({...issue, source: basename(issue.source)});
  }

  /** The user's own data of a row, under our names. */
  ownCells(data: readonly (string | null)[] | undefined): WrittenRow {
    const cells = Object.entries(this.outline.columns).map(([name, {type}], place) => {
      const value = data?.[place] ?? null;
      return [name, value === null || type === "VARCHAR" ? value : ownNumber(value)];
    });
    return Object.fromEntries(cells) as WrittenRow;
  }

  /**
   * Writes rows as they come, with the user's own columns behind, then the issues.
   *
   * @returns how many rows and how many issues
   */
  async write(
    columns: WrittenColumns,
    rows: AsyncIterable<WrittenRow>
  ): Promise<{readonly rows: number; readonly issues: number}> {
    let count = 0;
    async function* counted(): AsyncGenerator<WrittenRow> {
      for await (const row of rows) {
        count++;
        yield row;
      }
    }
    const {output, issues} = this.#options;
    await this.#write(output, {...columns, ...this.outline.columns}, counted());
    await writeIssues(issues ?? `${output}.issues.csv`, this.#issues);
    return {rows: count, issues: this.#issues.length};
  }
}
