import {existsSync} from "node:fs";
import {mkdir, readdir, readFile, rename, rm} from "node:fs/promises";
import {join} from "node:path";
import type {SourceRow} from "../../src/tables/sources.js";
import type {IssueRow} from "../../src/tables/issues.js";
import {hashFile} from "../http/download.js";
import type {FetchedTable} from "../sources/source.js";
import {writeAtomic} from "../write-atomic.js";
import {writeParquet} from "../write-parquet.js";

/** The last good copy of a source: which files hold its tables, what was asked, and the row for the list of sources. */
export interface GoodCopy {
  /** Hash of what was asked: a copy that answers another question is kept, but not used. */
  readonly question: string;
  /** Table name → file in the folder of the source. */
  readonly parts: Readonly<Record<string, string>>;
  readonly source: SourceRow;
  readonly issues: readonly IssueRow[];
}

/** Where one source keeps its replies, its parts and its last good copy. */
export interface PartStore {
  readonly cacheFolder: string;
  readonly workFolder: string;
  readonly find: () => Promise<GoodCopy | undefined>;
  readonly fileOf: (part: string) => string;
  /** True from the start of a fetch until its end: an interrupted fetch goes on where it was. */
  readonly isUnderWay: () => boolean;
  readonly begin: () => Promise<void>;
  readonly writePart: (table: FetchedTable) => Promise<string>;
  /** Makes the new copy the good one in one step, then forgets the old parts. */
  readonly finish: (copy: GoodCopy) => Promise<void>;
}

/** The store of one source under `data/raw/.sources/<id>`. */
export function openPartStore(rawFolder: string, sourceId: string): PartStore {
  const folder = join(rawFolder, ".sources", sourceId);
  const fileOf = (part: string): string => join(folder, part);
  const copyFile = fileOf("copy.json");
  const marker = fileOf("under-way");
  const workFolder = fileOf("work");
  return {
    cacheFolder: fileOf("replies"),
    workFolder,
    fileOf,
    find: async () => {
      if (!existsSync(copyFile)) return undefined;
      return JSON.parse(await readFile(copyFile, "utf8")) as GoodCopy;
    },
    isUnderWay: () => existsSync(marker),
    begin: async () => {
      await mkdir(workFolder, {recursive: true});
      await writeAtomic(marker, "");
    },
    writePart: (table) => writePart(table, fileOf),
    finish: async (copy) => {
      await writeAtomic(copyFile, `${JSON.stringify(copy, null, 2)}\n`);
      const used = new Set(Object.values(copy.parts));
      const old = (await readdir(folder)).filter((name) => name.includes(".parquet") && !used.has(name));
      for (const name of [...old, "work", "under-way"]) await rm(fileOf(name), {recursive: true, force: true});
    }
  };
}

/** Writes a part under a name that holds its hash, so that a copy never points to mixed contents. */
async function writePart({table, rows}: FetchedTable, fileOf: (part: string) => string): Promise<string> {
  const temporary = fileOf(`${table.name}.parquet.tmp`);
  if ("file" in rows) await rename(rows.file, temporary);
  else await writeParquet(temporary, table, rows as never);
  const part = `${table.name}.${(await hashFile(temporary)).slice(0, 12)}.parquet`;
  await rename(temporary, fileOf(part));
  return part;
}
