import {existsSync} from "node:fs";
import {copyFile, mkdir, rename, rm} from "node:fs/promises";
import {join} from "node:path";
import {issues, type IssueRow} from "../../src/tables/issues.js";
import type {SourceRow} from "../../src/tables/sources.js";
import type {Table} from "../../src/tables/table.js";
import {quoteText} from "../../src/store/table-sql.js";
import {openNativeStore} from "../native-store.js";
import type {Source} from "../sources/source.js";
import {writeAtomic} from "../write-atomic.js";
import {writeParquet} from "../write-parquet.js";
import type {GoodCopy} from "./part-store.js";

/** A source and its copy that answers the project; null when it has none. */
export interface SourceCopy {
  readonly source: Source;
  readonly copy: GoodCopy | null;
}

/**
 * Writes `data/raw/<table>.parquet` from the good copies of all sources, `issues.parquet`, and `sources.json`, the list
 * of what was used. A table whose sources have no copy is removed: then the build takes the embedded one or none.
 */
export async function mergeTables(rawFolder: string, copies: readonly SourceCopy[]): Promise<void> {
  await mkdir(rawFolder, {recursive: true});
  const tables = new Map(copies.flatMap(({source}) => source.tables.map((table) => [table.name, table] as const)));
  for (const table of tables.values()) await mergeTable(rawFolder, table, copies);
  const used = copies.flatMap(({copy}) => (copy ? [copy] : []));
  await mergeIssues(rawFolder, used);
  const rows: readonly SourceRow[] = used.map(({source}) => source);
  await writeAtomic(join(rawFolder, "sources.json"), `${JSON.stringify(rows, null, 2)}\n`);
}

async function mergeTable(rawFolder: string, table: Table, copies: readonly SourceCopy[]): Promise<void> {
  const target = join(rawFolder, `${table.name}.parquet`);
  const parts = copies.flatMap(({source, copy}) => {
    const part = copy?.parts[table.name];
    return part === undefined ? [] : [join(rawFolder, ".sources", source.id, part)];
  });
  const [first] = parts;
  if (first === undefined) return rm(target, {force: true});
  const temporary = `${target}.tmp`;
  await rm(temporary, {force: true});
  if (parts.length === 1) await copyFile(first, temporary);
  else await joinParts(parts, temporary);
  await rename(temporary, target);
}

async function joinParts(parts: readonly string[], file: string): Promise<void> {
  const store = await openNativeStore();
  try {
    await store.run("SET threads = 1");
    const list = parts.map((part) => quoteText(part)).join(", ");
    await store.run(`COPY (FROM read_parquet([${list}])) TO ${quoteText(file)} (FORMAT parquet, COMPRESSION zstd)`);
  } finally {
    await store.close();
  }
}

async function mergeIssues(rawFolder: string, copies: readonly GoodCopy[]): Promise<void> {
  const rows: IssueRow[] = copies.flatMap((copy) => [...copy.issues]);
  const target = join(rawFolder, `${issues.name}.parquet`);
  const temporary = `${target}.tmp`;
  await writeParquet(temporary, issues, rows);
  if (existsSync(temporary)) await rename(temporary, target);
}
